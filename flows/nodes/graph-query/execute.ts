import { z } from "zod";
import type { Executor, NodeContext, Outcome } from "../../kernel/executor.ts";
import type { Part } from "../../kernel/protocol.ts";
import type { Locale } from "../../kernel/text.ts";
import type { GraphStep } from "../../knowledge/graph-step.ts";
import { passagePlaceSchema } from "../../knowledge/passage-place.ts";
import { toPlaceText } from "../../knowledge/to-place-text.ts";
import { findText } from "../looked-at.ts";
import { sayParts, sayText } from "../say.ts";
import type { graphQueryNode } from "./definition.ts";

type Config = z.output<typeof graphQueryNode.config>;

const sourceSchema = z.union([
  z.strictObject({
    ...{ baseId: z.string(), documentId: z.string(), passageId: z.string(), place: passagePlaceSchema },
  }),
  z.strictObject({ baseId: z.string(), entityId: z.string() }),
]);

const entitySchema = z.object({
  ...{ baseId: z.string(), entityId: z.string(), type: z.string(), name: z.string() },
});

const factSchema = z.object({
  factId: z.string(),
  entityId: z.string(),
  entity: z.string(),
  predicate: z.string(),
  value: z.string(),
  isBackward: z.boolean().default(false),
  title: z.string(),
  quote: z.string(),
  source: sourceSchema,
});

const answerSchema = z.object({ entities: z.array(entitySchema), facts: z.array(factSchema) });

type Answer = z.infer<typeof answerSchema>;
type Fact = z.infer<typeof factSchema>;

const NOTHING: Answer = { entities: [], facts: [] };

export const graphQueryExecutor: Executor<Config> = {
  enter: (config, context) => {
    if (config.ask === "entities") return query(config, "", context);
    const text = findText(config.entity, context);
    // A variable that names the thing is empty: waiting for words would not fill it.
    if (text !== null || isNamed(config)) return query(config, text ?? "", context);
    return { type: "listen", state: null, effects: [sayText(context.text(config.prompt ?? ""))] };
  },

  resume: (config, event, context) => {
    if (event.type === "message-received") return query(config, event.message.text, context);
    if (event.type === "call-failed") return { type: "fail", ...event.error };
    const answer = event.type === "call-succeeded" ? answerSchema.safeParse(event.value).data : undefined;
    return route(config, answer ?? NOTHING, context);
  },
};

const isNamed = ({ entity }: Config): boolean => entity !== undefined && entity.trim() !== "";

function query(config: Config, text: string, context: NodeContext): Outcome {
  const { bases, ask, entityType, filters, resultsMax } = config;
  if (bases.length === 0 || (ask === "facts" && text.trim() === ""))
    return { type: "leave", port: "not-found", understood: "miss" };
  const input = {
    ...{ bases, ask, text, limit: resultsMax },
    ...(isBlank(entityType) ? {} : { entityType }),
    path: toPath(config),
    filters: filters.map(({ attribute, is, value }) => ({ attribute, is, value: context.text(value) })),
  };
  return {
    type: "call",
    request: { mode: "inline", name: "query-graph", input },
    state: null,
    input: ask === "facts" ? text : input.filters,
  };
}

function toPath({ relation, direction, nextRelation, nextDirection }: Config): readonly GraphStep[] {
  const first = toStep(relation, direction);
  // Nothing says what to ask of them: a second step back by any relation would mostly lead to where it came from.
  const second = isBlank(nextRelation) ? null : toStep(nextRelation, nextDirection);
  return [first, second].flatMap((step) => step ?? []);
}

function toStep(name: string | undefined, direction: Config["direction"]): GraphStep | null {
  if (direction === "backward") return { relation: isBlank(name) ? "" : name, isBackward: true };
  return isBlank(name) ? null : name;
}

const isBlank = (name: string | undefined): name is undefined | "" =>
  name === undefined || name.trim() === "";

function route(config: Config, answer: Answer, context: NodeContext): Outcome {
  const { entities, facts } = answer;
  const isFound = config.ask === "facts" ? facts.length > 0 : entities.length > 0;
  const output = {
    outcome: isFound ? "sure" : entities.length > 0 ? "nothing-known" : "none",
    entities: entities.map(({ entityId, type, name }) => ({ entityId, type, name })),
    facts: facts.map(({ factId, entity, predicate, value }) => ({ factId, entity, predicate, value })),
  };
  if (!isFound) return { type: "leave", port: "not-found", output, understood: "miss" };
  const { valueVariable, entityVariable, factsVariable } = config;
  const [first] = entities;
  const value = facts[0]?.value ?? first?.name ?? "";
  return {
    type: "leave",
    port: "found",
    set: {
      ...(valueVariable === undefined ? {} : { [valueVariable]: value }),
      ...(entityVariable === undefined ? {} : { [entityVariable]: facts[0]?.entity ?? first?.name ?? "" }),
      ...(factsVariable === undefined ? {} : { [factsVariable]: toKept(config, answer) }),
    },
    effects: config.reply ? [say(config, answer, context)] : [],
    output,
    understood: "hit",
  };
}

/** What later nodes read of the answer. */
function toKept({ ask }: Config, { entities, facts }: Answer) {
  if (ask === "facts" || facts.length > 0)
    return facts.map(({ entity, predicate, value, title, quote }) => ({
      entity,
      predicate,
      value,
      title,
      quote,
    }));
  return entities.map(({ type, name }) => ({ entity: name, type }));
}

function say({ ask }: Config, { entities, facts }: Answer, { locale }: NodeContext) {
  const names =
    ask === "facts" ? [...new Set(facts.map(({ entity }) => entity))] : entities.map(({ name }) => name);
  const lines = names.map((name) => {
    const said = describeFacts(
      facts.filter(({ entity }) => entity === name),
      locale,
    );
    return said === "" ? name : `${name}${MARKS[locale].colon}${said}`;
  });
  const cited = facts.filter(({ title }) => title !== "");
  const text = { type: "text", text: lines.join("\n") } as const;
  return sayParts(cited.length === 0 ? [text] : [text, toCitations(cited, locale)], "faq");
}

const MARKS = {
  "zh-CN": { colon: "：", between: "；", and: "、", open: "（", close: "）" },
  en: { colon: ": ", between: "; ", and: ", ", open: " (", close: ")" },
} as const;

/** `价格 999 元；颜色 黑、白`: what is said twice of the same attribute stands together. Backward: `AX-200、AX-300（适用滤芯）`. */
function describeFacts(facts: readonly Fact[], locale: Locale): string {
  const { between, and, open, close } = MARKS[locale];
  const said = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.isBackward} ${fact.predicate}`;
    said.set(key, [...(said.get(key) ?? []), fact]);
  }
  return [...said.values()]
    .map((own) => {
      const values = own.map(({ value }) => value).join(and);
      const [{ predicate = "", isBackward = false } = {}] = own;
      return isBackward ? `${values}${open}${predicate}${close}` : `${predicate} ${values}`;
    })
    .join(between);
}

/** Each place once, however many facts stand there. */
function toCitations(facts: readonly Fact[], locale: Locale): Part {
  const items = new Map<string, Extract<Part, { type: "citations" }>["items"][number]>();
  for (const fact of facts) {
    const { title, source } = fact;
    const where = "place" in source ? toPlaceText(source.place, locale) : "";
    const heading =
      where === "" ? title : locale === "zh-CN" ? `${title}（${where}）` : `${title} (${where})`;
    const key = "passageId" in source ? source.passageId : source.entityId;
    const words = toQuote(fact);
    const known = items.get(key);
    items.set(key, {
      ...{ title: heading, url: null, source },
      quote: known === undefined ? words : `${known.quote}${MARKS[locale].between}${words}`,
    });
  }
  return { type: "citations", items: [...items.values()] };
}

/** A cell alone says nothing: with what it stands for it is a sentence. */
function toQuote({ quote, predicate, value, isBackward }: Fact): string {
  if (isBackward) return `${value} ${predicate} ${quote}`;
  return quote === value ? `${predicate} ${value}` : quote;
}
