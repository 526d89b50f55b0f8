import type { JsonObject } from "../kernel/json.ts";
import type { Locale } from "../kernel/text.ts";
import { type Assertion, type FlowTestScript, flowTestScriptSchema } from "./flow-test.ts";
import type { Deed } from "./test-result.ts";

/** A talk that went as it should: in the preview, or with a customer. */
export type KeptTalk = {
  readonly locale: Locale;
  readonly channel: string;
  /** When it began; opening hours and dates depend on it. */
  readonly at: number | null;
  readonly context: JsonObject;
  /** What the bot said first, before the customer did anything. */
  readonly opening: readonly string[];
  readonly turns: readonly {
    readonly does: Exclude<Deed, { type: "start" }>;
    readonly said: readonly string[];
    /** Where the turn ended. */
    readonly lastNode: { readonly flowId: string; readonly nodeId: string } | null;
  }[];
};

const TURNS_MAX = 100;
/** Longer replies are expected to contain their beginning: nobody wants to repair a test for each comma of a page. */
const EQUAL_MAX_CHARS = 300;
const MESSAGES_MAX = 10;

/** Writes a talk down as a test: the same must be said again, and the last turn must end at the same node. */
export function toScript(talk: KeptTalk): FlowTestScript {
  const turns = talk.turns.slice(0, TURNS_MAX);
  return flowTestScriptSchema.parse({
    locale: talk.locale,
    channel: talk.channel,
    at: talk.at,
    context: talk.context,
    expectStart: toReplies(talk.opening),
    turns: turns.map(({ does, said, lastNode }, index) => ({
      does,
      expect: [
        ...toReplies(said),
        ...(index === turns.length - 1 && lastNode ? [{ type: "node-visited" as const, ...lastNode }] : []),
      ],
    })),
  });
}

function toReplies(said: readonly string[]): readonly Assertion[] {
  const texts = said.map((text) => text.trim()).filter((text) => text !== "");
  return texts
    .slice(0, MESSAGES_MAX)
    .map((text) =>
      text.length <= EQUAL_MAX_CHARS
        ? { type: "reply-equals", text }
        : { type: "reply-contains", text: text.slice(0, EQUAL_MAX_CHARS).trim() },
    );
}
