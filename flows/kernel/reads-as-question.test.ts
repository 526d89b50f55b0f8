import { expect, test } from "vitest";
import { readsAsQuestion } from "./reads-as-question.ts";

test.each([
  "how long does an exchange take",
  "Actually, how long is delivery",
  "ok so what's the difference between them",
  "can I still exchange it",
  "exchange?",
  "how long does it take please",
  "换货要多久",
  "换货可以吗",
  "能换货吗",
  "换货运费谁出",
  "退货是怎么退的。",
])("%j asks something", (text) => expect(readsAsQuestion(text)).toBe(true));

test.each([
  "exchange it please",
  "can I get a refund please?",
  "ok, could you exchange it please",
  "帮我退货好吗",
  "麻烦换一下可以吗？",
  "Will Smith",
  "换货",
  "我要换一件新的",
  "the second one",
  "how much",
  "",
])("%j does not", (text) => expect(readsAsQuestion(text)).toBe(false));
