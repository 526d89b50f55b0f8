import { expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import { listTexts } from "#flows/kernel/list-texts.ts";
import { createEngine } from "./create-engine.ts";
import { DEFAULT_SETTINGS } from "./preview-settings.ts";
import { EMPTY_TALK, type PreviewTalk } from "./preview-talk.ts";
import { rewindTalk } from "./rewind-talk.ts";

const AT = 1_772_416_800_000;

const toBundle = (thanks: string): Bundle =>
  bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        name: { kind: "ask", config: { question: "怎么称呼您？", variable: "name" } },
        city: { kind: "ask", config: { question: "您在哪个城市？", variable: "city", timeoutMs: 600_000 } },
        thanks: { kind: "message", config: { blocks: [{ type: "text", text: thanks }] } },
      },
      wires: ["start.next -> name", "name.answered -> city", "city.answered -> thanks"],
      variables: [
        { name: "name", type: "text" },
        { name: "city", type: "text" },
      ],
    }),
  );

async function talkToTheEnd() {
  let talk: PreviewTalk = EMPTY_TALK;
  let document = toBundle("谢谢{{ name }}");
  let now = AT;
  const engine = createEngine({
    getSetup: () => ({ bundle: document, settings: DEFAULT_SETTINGS }),
    getTalk: () => talk,
    setTalk: (next) => {
      talk = next;
    },
    match: () => Promise.reject(new Error("nothing is matched here")),
    now: () => now,
    wait: () => Promise.resolve(),
    setBusy: () => {},
  });
  await engine.restart();
  await engine.send("小林");
  now += 60_000;
  await engine.send("杭州");
  return {
    ...engine,
    talk: () => talk,
    now: () => now,
    edit: (next: Bundle) => {
      document = next;
    },
    texts: () =>
      talk.entries.flatMap((entry) =>
        entry.type === "bot" ? listTexts(entry.parts) : entry.type === "customer" ? [entry.text] : [],
      ),
    goOnFrom: (turn: number) => {
      const rewound = rewindTalk(talk, turn, now);
      if (rewound === null) throw new Error(`turn ${turn} has no mark`);
      engine.take(rewound);
    },
  };
}

test("a talk goes on from an earlier turn: what came later is forgotten, what was said before is known", async () => {
  const chat = await talkToTheEnd();
  expect(chat.texts().at(-1)).toBe("谢谢小林");
  chat.goOnFrom(2);
  expect(chat.texts()).toEqual(["怎么称呼您？", "小林", "您在哪个城市？"]);
  await chat.send("上海");
  expect(chat.texts().slice(-2)).toEqual(["上海", "谢谢小林"]);
  expect(chat.talk().turns.map(({ number }) => number)).toEqual([1, 2, 3]);
  chat.goOnFrom(1);
  await chat.send("小周");
  await chat.send("北京");
  expect(chat.texts().at(-1)).toBe("谢谢小周");
});

test("it goes on with what is drawn now", async () => {
  const chat = await talkToTheEnd();
  chat.edit(toBundle("{{ name }}，{{ city }}见"));
  chat.goOnFrom(2);
  await chat.send("上海");
  expect(chat.texts().at(-1)).toBe("小林，上海见");
});

test("its clock and its timers are those of that turn", async () => {
  const chat = await talkToTheEnd();
  expect(chat.talk().timers).toEqual([]);
  const before = chat.talk().marks.find(({ turn }) => turn === 2);
  chat.goOnFrom(2);
  expect(chat.talk().timers).toEqual(before?.timers);
  expect(chat.talk().timers).toHaveLength(1);
  expect(chat.now() + chat.talk().clockOffsetMs).toBe(before?.at);
});

test("the newest turn is where the talk stands, and a turn that is not known is nowhere to go", async () => {
  const chat = await talkToTheEnd();
  expect([rewindTalk(chat.talk(), 3, AT), rewindTalk(chat.talk(), 9, AT)]).toEqual([null, null]);
});

test("a talk that was rewound often is no longer than one that was not", async () => {
  const chat = await talkToTheEnd();
  for (let count = 0; count < 5; count += 1) {
    chat.goOnFrom(1);
    await chat.send("小林");
  }
  expect(chat.talk().marks.map(({ turn }) => turn)).toEqual([1]);
  expect(chat.texts()).toEqual(["怎么称呼您？", "小林", "您在哪个城市？"]);
});
