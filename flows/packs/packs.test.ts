import { describe, expect, test } from "vitest";
import { inlinePerformers } from "../../server/effects/perform-inline.ts";
import { compileModels } from "../../server/runtime/compile-models.ts";
import { type LoadedVersion, toLoadedVersion } from "../../server/runtime/load-version.ts";
import { type Chat, converse } from "../kernel/converse.ts";
import { type Bundle, bundleSchema } from "../kernel/flow.ts";
import { listTexts } from "../kernel/list-texts.ts";
import { LOCALES } from "../kernel/text.ts";
import { validateBundle } from "../kernel/validate.ts";
import { nodeRegistry } from "../nodes/registry.ts";
import { type Assertion, type FlowTestScript, flowTestScriptSchema } from "../testing/flow-test.ts";
import { templates } from "./index.ts";

const NODE_WIDTH_PX = 260;
const NODE_HEIGHT_PX = 200;

describe.each(templates)("the template $id", (template) => {
  test.each(LOCALES)("has no problem at all when edited in %s", async (locale) => {
    const content = await template.load();
    expect(validateBundle(bundleSchema.parse(content.toBundle(locale)), nodeRegistry)).toEqual([]);
  });

  test("puts no node over another", async () => {
    const { flow } = bundleSchema.parse((await template.load()).toBundle("zh-CN"));
    const overlapping = flow.nodes.filter(({ id, position }) =>
      flow.nodes.some(
        (other) =>
          other.id < id &&
          Math.abs(other.position.x - position.x) < NODE_WIDTH_PX &&
          Math.abs(other.position.y - position.y) < NODE_HEIGHT_PX,
      ),
    );
    expect(overlapping).toEqual([]);
  });

  test("answers as many questions as the gallery says", async () => {
    const { faqSets } = bundleSchema.parse((await template.load()).toBundle("en"));
    expect(Object.values(faqSets).reduce((sum, { entries }) => sum + entries.length, 0)).toBe(
      template.answers,
    );
  });

  test("keeps what its own tests promise, in both languages, with the real matchers", async () => {
    const content = await template.load();
    const bundle = bundleSchema.parse(content.toBundle("zh-CN"));
    const version = toLoadedVersion({
      versionId: "draft",
      bundle,
      models: compileModels(bundle),
      registry: nodeRegistry,
    });
    expect(new Set(content.tests.map(({ script }) => script.locale))).toEqual(new Set(LOCALES));
    const broken = content.tests.flatMap(({ name, script }) =>
      listBroken(flowTestScriptSchema.parse(script), { bundle, version }).map(
        (line) => `${name["zh-CN"]}: ${line}`,
      ),
    );
    expect(broken).toEqual([]);
  });
});

type Draft = { readonly bundle: Bundle; readonly version: LoadedVersion };

function listBroken(script: FlowTestScript, { bundle, version }: Draft): readonly string[] {
  const scope = { version, locale: script.locale };
  const chat = converse(bundle, {
    registry: nodeRegistry,
    locale: script.locale,
    ...(script.at === null ? {} : { at: script.at }),
    calls: {
      "match-intent": (input) => inlinePerformers["match-intent"](input, scope),
      "match-faq": (input) => inlinePerformers["match-faq"](input, scope),
    },
  });
  const start = look(chat, () => chat.start());
  const turns = script.turns.map(({ does, expect: wanted }) => {
    const seen = look(chat, () => {
      if (does.type === "say") chat.send(does.text);
      else if (does.type === "choose") chat.click(does.option);
      else chat.advanceTime(does.ms);
    });
    return { said: "text" in does ? does.text : "", wanted, seen };
  });
  return [{ said: "(start)", wanted: script.expectStart, seen: start }, ...turns].flatMap(
    ({ said, wanted, seen }) =>
      wanted
        .filter((assertion) => !holds(assertion, seen, chat))
        .map(
          (assertion) =>
            `${said} -> ${JSON.stringify(assertion)}, but ${seen.path.join(" ")} said ${JSON.stringify(seen.reply)}`,
        ),
  );
}

type Seen = { readonly reply: string; readonly path: readonly string[] };

function look(chat: Chat, act: () => unknown): Seen {
  const before = count(chat);
  act();
  return {
    reply: chat.effects
      .slice(before.effects)
      .flatMap((effect) => (effect.type === "say" ? listTexts(effect.parts) : []))
      .join("\n"),
    path: chat.path.slice(before.path),
  };
}

/** Before the start there is no session, and nothing has happened. */
const count = (chat: Chat) => ({ effects: chat.effects.length, path: chat.path.length });

function holds(assertion: Assertion, { reply, path }: Seen, chat: Chat): boolean {
  switch (assertion.type) {
    case "reply-contains":
      return reply.includes(assertion.text);
    case "node-visited":
      return path.some((step) => step.split(".")[0] === assertion.nodeId);
    case "port-taken":
      return path.includes(`${assertion.nodeId}.${assertion.port}`);
    case "ended":
      return chat.ended === assertion.expected;
    case "variable-equals":
      return JSON.stringify(chat.vars[assertion.name]) === JSON.stringify(assertion.value);
    default:
      throw new Error(`no template asserts ${assertion.type}`);
  }
}
