import { expect, test } from "vitest";
import { isSmallTalk } from "./is-small-talk.ts";

test.each([
  "你好",
  "您好，在吗？",
  "谢谢您！",
  "好的",
  "早上好",
  "哈哈哈",
  "再见",
  "Hello!",
  "Good morning",
  "thanks, bye",
  "👍",
  "",
  "可以吗",
])("%s asks nothing", (text) => {
  expect(isSmallTalk(text)).toBe(true);
});

test.each([
  "你好，怎么退货",
  "谢谢，运费多少",
  "AX-200",
  "保修",
  "Hi, where is my order?",
  "早上几点开门",
  "hotline",
])("%s asks something", (text) => {
  expect(isSmallTalk(text)).toBe(false);
});
