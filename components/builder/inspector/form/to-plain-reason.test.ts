import { expect, it } from "vitest";
import type { Json } from "#flows/kernel/json.ts";
import { definitions } from "#flows/nodes/index.ts";
import { schemaAt } from "./schema-at.ts";
import { toPlainReason } from "./to-plain-reason.ts";

const reason = (path: string, value: string | number | undefined) => {
  const field = schemaAt(definitions.ask.config, path, {});
  return field === null ? null : (toPlainReason(field.schema, value, "zh-CN")?.text ?? null);
};

it("says in plain words why a value does not fit", () => {
  expect(reason("retries", 9)).toBe("不能大于 5");
  expect(reason("retries", -1)).toBe("不能小于 0");
  expect(reason("retries", 1.5)).toBe("请填写整数");
  expect(reason("retries", "many")).toBe("请填写数字");
  expect(reason("variable", "")).toBe("这里还没有填写");
  expect(reason("pattern", "x".repeat(501))).toBe("最多 500 个字");
  expect(reason("retries", 2)).toBeNull();
});

it("tells what is wrong with a list from what is wrong in it", () => {
  const { config } = definitions.clarify;
  const field = schemaAt(config, "intents", {});
  const judge = (value: Json) => field && toPlainReason(field.schema, value, "zh-CN");
  expect(judge([{ id: "" }])).toEqual({ text: "这里还没有填写", isOwn: false });
  expect(judge("none")?.isOwn).toBe(true);
});
