import { describe, expect, test } from "vitest";
import { shopFacts } from "./facts.ts";
import { faqEn } from "./faq-en.ts";
import { type FaqEntry, faqCategoryTitles } from "./faq-entry.ts";
import { faqZh } from "./faq-zh.ts";
import { listLookAlikes, normalisePhrasing, toPhrasing } from "./phrasing.ts";
import { toldEn } from "./told-en.ts";
import { toldZh } from "./told-zh.ts";

const HAN = /\p{Script=Han}/u;
/** ASCII punctuation next to a Han character; a colon between digits is a time of day. */
const HALF_WIDTH = /\p{Script=Han}[,?!;:()]|[,?!;()]\p{Script=Han}/u;
/** Ideographic comma and full stop, full-width forms. */
const FULL_WIDTH = /[\u3001\u3002\uff00-\uffef]/u;
const phrasingsOf = (entry: FaqEntry): readonly string[] => [entry.question, ...entry.similar];
function listRepeated(entries: readonly FaqEntry[]): readonly string[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry) =>
    phrasingsOf(entry).flatMap((phrasing) => {
      const key = normalisePhrasing(phrasing);
      const owner = owners.get(key);
      owners.set(key, entry.id);
      return owner === undefined ? [] : [`${owner} / ${entry.id}: ${phrasing}`];
    }),
  );
}

function listNearIdentical(entries: readonly FaqEntry[]): readonly string[] {
  const all = entries.flatMap((entry) => phrasingsOf(entry).map((text) => toPhrasing(entry.id, text)));
  return listLookAlikes(all, all);
}

const PHONES = [shopFacts.phone["zh-CN"], shopFacts.phone.en];
const withoutPhones = (text: string): string =>
  PHONES.reduce((rest, phone) => rest.replaceAll(phone, ""), text);
const CNY = /¥(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?(?:\u3001\d+)*) 元/g;
const USD = /\$(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?(?:\u3001\d+)*) 美元/g;
const numbersIn = (text: string): number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
const sumsIn = (text: string, currency: RegExp): number[] =>
  [...withoutPhones(text).matchAll(currency)].flatMap((match) => numbersIn(match[0]));
/** "98 \u6298" is 2 % off, "9 \u6298" is 10 % off. */
const toPercentOff = (text: string): string =>
  text.replace(/(\d+) \u6298/g, (_, rate: string) => String(100 - Number(rate.padEnd(2, "0"))));
const figuresIn = (text: string): number[] =>
  [...new Set(numbersIn(toPercentOff(withoutPhones(text).replace(CNY, "").replace(USD, ""))))].sort(
    (a, b) => a - b,
  );

describe.each([
  ["zh-CN", faqZh, toldZh],
  ["en", faqEn, toldEn],
] as const)("shop questions in %s", (locale, entries, told) => {
  test("there are at least 80, each with at least 6 similar phrasings", () => {
    expect(entries.length).toBeGreaterThanOrEqual(80);
    expect(entries.filter((entry) => entry.similar.length < 6).map((entry) => entry.id)).toEqual([]);
  });

  test("each is also told in at least 12 whole sentences of the customers' own, and nothing is told of others", () => {
    expect(entries.filter(({ id }) => (told[id] ?? []).length < 12).map(({ id }) => id)).toEqual([]);
    expect(Object.keys(told).filter((id) => !entries.some((entry) => entry.id === id))).toEqual([]);
  });

  test("no phrasing is written twice, not even with other case, spaces or punctuation", () => {
    expect(listRepeated(entries)).toEqual([]);
  });

  test("no two entries claim nearly the same phrasing", () => {
    expect(listNearIdentical(entries)).toEqual([]);
  });

  test("every answer says something, in a handful of sentences", () => {
    const odd = entries.filter((entry) => {
      const sentences = entry.answer
        .split(/[\u3002\uff1f\uff01]|[.?!](?:\s|$)/u)
        .filter((part) => part.trim() !== "");
      return entry.answer.trim().length < 20 || sentences.length > 5;
    });
    expect(odd.map((entry) => entry.id)).toEqual([]);
  });

  test("every category has a title", () => {
    expect(entries.filter((entry) => !faqCategoryTitles[locale][entry.category])).toEqual([]);
  });

  test("every sum is one of the shop's facts", () => {
    const unknown = entries.flatMap(({ id, answer }) => [
      ...sumsIn(answer, CNY)
        .filter((sum) => !shopFacts.sumsCny.some((known) => known === sum))
        .map((sum) => `${id}: ${sum} yuan`),
      ...sumsIn(answer, USD)
        .filter((sum) => !shopFacts.sumsUsd.some((known) => known === sum))
        .map((sum) => `${id}: ${sum} dollars`),
    ]);
    expect(unknown).toEqual([]);
  });
});

test("Chinese is written in Chinese with Chinese punctuation, English without any Han character", () => {
  const texts = (entry: FaqEntry) => [...phrasingsOf(entry), entry.answer];
  expect(faqZh.flatMap(texts).filter((text) => !HAN.test(text))).toEqual([]);
  expect(faqZh.flatMap(texts).filter((text) => HALF_WIDTH.test(text))).toEqual([]);
  expect(faqEn.flatMap(texts).filter((text) => HAN.test(text) || FULL_WIDTH.test(text))).toEqual([]);
});

test("both languages answer the same questions in the same order and categories", () => {
  const outline = (entries: readonly FaqEntry[]) => entries.map(({ id, category }) => `${category}/${id}`);
  expect(outline(faqEn)).toEqual(outline(faqZh));
  expect(new Set(faqZh.map((entry) => entry.id)).size).toBe(faqZh.length);
});

test("both languages name the same days, hours and limits", () => {
  const english = new Map(faqEn.map((entry) => [entry.id, entry.answer]));
  const differing = faqZh.flatMap(({ id, answer }) => {
    const [zh, en] = [figuresIn(answer), figuresIn(english.get(id) ?? "")];
    return zh.join() === en.join() ? [] : [`${id}: zh ${zh.join(" ")} / en ${en.join(" ")}`];
  });
  expect(differing).toEqual([]);
});
