import { expect, type Page } from "@playwright/test";

type Words = { readonly input: string; readonly log: string };

const WORDS: { readonly [Locale in "zh-CN" | "en"]: Words } = {
  "zh-CN": { input: "输入消息", log: "对话内容" },
  en: { input: "Message", log: "Conversation" },
};

/** A customer's hands and eyes on one chat, in the page or in the widget's frame. */
export function customer(scope: Pick<Page, "getByRole">, locale: keyof typeof WORDS = "zh-CN") {
  const words = WORDS[locale];
  const log = scope.getByRole("log", { name: words.log });
  const input = scope.getByRole("textbox", { name: words.input });
  const groups = log.getByRole("article");
  return {
    log,
    input,
    say: async (text: string) => {
      await input.fill(text);
      await input.press("Enter");
    },
    pick: (label: string) =>
      log.getByRole("button", { name: label, exact: true, disabled: false }).last().click(),
    /** Waits until the bot has answered this many times. */
    expectGroups: (count: number) => expect(groups).toHaveCount(count),
    /** What stands in the log, one text a speaker's turn. */
    read: () => groups.allInnerTexts(),
  };
}

/** The talk as the server has it. */
export async function readServerLog(page: Page, botKey: string) {
  return page.evaluate(async (key) => {
    const record = JSON.parse(localStorage.getItem(`jieda:talk:${key}`) ?? "null");
    const response = await fetch(`/v1/conversations/${record.conversationId}/messages?limit=200`, {
      headers: { authorization: `Bearer ${record.token}` },
    });
    const body: { messages: { seq: number; role: string; clientId: string | null }[] } =
      await response.json();
    return body.messages;
  }, botKey);
}
