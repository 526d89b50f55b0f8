import { describe, expect, test } from "vitest";
import { message, START, say } from "./fixtures/say-problems.ts";

describe("channels", () => {
  const long = "长".repeat(700);
  const nodes = {
    start: START,
    long: message(long),
    oa: message(long, { channels: ["wechat-oa"] }),
    web: message(long, { channels: ["web"] }),
    card: { kind: "message", config: { blocks: [{ type: "card", title: "订单" }] } },
    pick: {
      kind: "choice",
      config: {
        question: "选",
        options: Array.from({ length: 12 }, (_, i) => ({ id: `o${i}`, label: `选项 ${i}` })),
      },
    },
  };

  test("a part that names a channel is held against its limits; the rest against the bot's own channels", () => {
    expect(say({ nodes })).toEqual(["text_too_long blocks[0].text"]);
    expect(say({ nodes }, {}, ["web", "wechat-kf"])).toEqual([
      "text_too_long blocks[0].text",
      "text_too_long blocks[0].text",
      "part_not_shown blocks[0]",
      "too_many_buttons options",
    ]);
  });
});
