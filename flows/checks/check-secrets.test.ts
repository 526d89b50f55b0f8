import { describe, expect, test } from "vitest";
import { check, message, START, say } from "./fixtures/say-problems.ts";

describe("secrets", () => {
  const shown = (text: string) =>
    say({ nodes: { start: START, a: message(text) } }).map((line) => line.split(" ")[0]);

  test.each([
    "sk-proj-abcdefghijklmnopqrstuvwxyz012345",
    "sk-ant-api03-abcdefghijklmnopqrstuvwxyz",
    "LTAI5tAbCdEfGhIjKlMnOpQr",
    "AKIAIOSFODNN7EXAMPLE",
    "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
    "Authorization: Bearer abcdefghijklmnopqrstuvwx",
    "-----BEGIN RSA PRIVATE KEY-----",
    "postgres://admin:hunter22@db.example/x",
    '{"api_key": "0123456789abcdef0123"}',
    "https://x.example/?access_token=0123456789abcdef0123",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
  ])("%s is one", (text) => expect(shown(text)).toEqual(["plain_secret"]));

  test.each([
    "Wi-Fi 密码：Hotel2024!",
    "Wi-Fi password: Hotel2024!",
    "忘记密码请点这里",
    "Bearer 是一种认证方式",
    "您的订单 SO20260301123456789012 已发货",
    "https://shop.example/item?id=123456789012345678901234",
    "sk-II 神仙水",
    "Authorization: Bearer {{ token }}",
    "客服电话 400-000-1234",
  ])("%s is none", (text) => expect(shown(text).filter((code) => code === "plain_secret")).toEqual([]));

  test("a default, a setting and an answer are looked through; what is shown cannot be used", () => {
    const problems = check(
      {
        nodes: { start: START, a: message("{{ api_key }}{{ password }}") },
        variables: [
          { name: "api_key", type: "text", default: "0123456789" },
          { name: "password", type: "text", default: "" },
        ],
        settings: { fallback: { text: "AKIAIOSFODNN7EXAMPLE" } },
      },
      {
        faqSets: {
          s: {
            name: "帮助",
            entries: [{ id: "e", question: "钥匙", similar: [], answer: "AKIAIOSFODNN7EXAMPLE" }],
          },
        },
      },
    ).filter(({ code }) => code.startsWith("plain_secret"));
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "plain_secret_in_variable variables.api_key",
      "plain_secret_in_settings settings.fallback.text",
      "plain_secret_in_faq faqSets.s.entries.e.answer",
    ]);
    expect(JSON.stringify(problems)).not.toContain("IOSFODNN7");
  });
});
