import type { ForeignDraft } from "./foreign-draft.ts";

/** Keys that no foreign id can be; their ids are the words after the sign. */
export const START = "#start";
export const LISTEN = "#listen";
const BYE = "#bye";

type Frame = {
  readonly opening: string;
  readonly suggestions: readonly string[];
  readonly titles: { readonly start: string; readonly listen: string; readonly bye: string };
};

const SUGGESTIONS_MAX = 10;
const BYE_WORDS = ["再见", "拜拜", "没有了", "不用了", "bye", "goodbye", "that's all"];

/**
 * Builders that run the whole flow for each message get what they do by themselves drawn: a greeting, a node that listens, and
 * an end for who says goodbye. The first foreign node hangs on `listen.else`.
 */
export function addChatFrame(draft: ForeignDraft, { opening, suggestions, titles }: Frame): void {
  for (const key of [START, LISTEN, BYE]) draft.id(key, key.slice(1));
  draft.add({
    id: START,
    kind: "start",
    title: titles.start,
    config: {
      ...(opening === "" ? {} : { opening }),
      suggestions: suggestions
        .slice(0, SUGGESTIONS_MAX)
        .map((label, index) => ({ id: `s${index + 1}`, label })),
    },
  });
  draft.add({
    id: LISTEN,
    kind: "keyword",
    title: titles.listen,
    config: { groups: [{ id: "bye", words: BYE_WORDS, match: "whole" }] },
  });
  draft.add({ id: BYE, kind: "end", title: titles.bye, config: { keepOpen: true } });
  draft.wire(START, "next", LISTEN);
  draft.wire(LISTEN, "bye", BYE);
}

export const frameTitles = {
  "zh-CN": { start: "开始", listen: "听客户说", bye: "结束" },
  en: { start: "Start", listen: "Listen", bye: "End" },
} as const;
