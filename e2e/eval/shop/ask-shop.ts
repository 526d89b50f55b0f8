import { z } from "zod";
import { type Chat, converseWith } from "#flows/kernel/converse.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import type { Step } from "#flows/kernel/protocol.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { parseCandidates } from "#flows/nodes/candidate.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { shopIntents } from "#flows/packs/shop/intents.ts";
import { toShopBundle } from "#flows/packs/shop/shop-bundle.ts";
import { inlinePerformers } from "#server/effects/perform-inline.ts";
import { compileModels } from "#server/runtime/compile-models.ts";
import { NO_KNOWLEDGE } from "#server/runtime/knowledge-store.ts";
import { toLoadedVersion } from "#server/runtime/load-version.ts";

/** Where a question went: to one answer or request at once, to a choice of some, or nowhere. Requests stand behind an "@". */
export type Way =
  | { readonly type: "taken"; readonly id: string }
  | { readonly type: "offered"; readonly ids: readonly string[] }
  | { readonly type: "refused" };

const answerSchema = z.object({ candidates: z.array(z.object({ entryId: z.string() })) });

/** As many as a clarify node shows. */
const OFFERED_MAX = 3;

/** The shop as it is published, asked with the first message of a talk; its calls are performed as in a customer's turn. */
export function openShop(): (text: string, locale: Locale) => Way {
  const bundle = bundleSchema.parse(toShopBundle("zh-CN"));
  const models = compileModels(bundle);
  const version = toLoadedVersion({ versionId: "eval", bundle, models, registry: nodeRegistry });
  return (text, locale) => {
    const scope = {
      ...{ version, locale, channel: "web", at: 0 },
      ...{ knowledge: NO_KNOWLEDGE, passages: [], graphs: [] },
    };
    const chat = converseWith(version.program, {
      locale,
      calls: {
        "match-intent": (input) => inlinePerformers["match-intent"](input, scope),
        "match-faq": (input) => inlinePerformers["match-faq"](input, scope),
      },
    });
    chat.start();
    const before = chat.steps.length;
    chat.send(text);
    return readWay(chat, chat.steps.slice(before));
  };
}

function readWay(chat: Chat, steps: readonly Step[]): Way {
  for (const step of steps) {
    const id = readTaken(step);
    if (id !== null) return { type: "taken", id };
  }
  const asking = steps.at(-1);
  if (asking?.kind !== "clarify") return { type: "refused" };
  const variable = asking.nodeId === "which-question" ? "questions" : "candidates";
  const ids = parseCandidates(chat.vars[variable]).map((candidate) =>
    candidate.type === "faq" ? candidate.entryId : `@${candidate.intentId}`,
  );
  return { type: "offered", ids: ids.slice(0, OFFERED_MAX) };
}

function readTaken({ kind, nodeId, port, output }: Step): string | null {
  if (kind === "faq" && port === "hit") return answerSchema.parse(output).candidates[0]?.entryId ?? null;
  const isRequest = kind === "intent" && shopIntents.some(({ id }) => id === port);
  const isSmallTalk = nodeId === "small-talk" && port !== null && port !== "else";
  return isRequest || isSmallTalk ? `@${port}` : null;
}
