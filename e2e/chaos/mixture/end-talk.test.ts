import { expect, test } from "vitest";
import { AppError } from "#server/app-error.ts";
import { endTalk } from "./end-talk.ts";

const ref = { conversationId: "c", workspaceId: "w", botId: "b" };

/** A program that loses to others this often. */
function losing(times: number) {
  let asked = 0;
  return {
    asked: () => asked,
    endConversation: async () => {
      asked += 1;
      if (asked <= times) throw new AppError("busy");
      return { messages: [], status: "ended" } as const;
    },
  };
}

test("a customer whose end is answered with `busy` asks again", async () => {
  const program = losing(2);
  await endTalk(program, ref);
  expect(program.asked()).toBe(3);
});

test("an end that is never taken, or fails otherwise, is told", async () => {
  await expect(endTalk(losing(Number.POSITIVE_INFINITY), ref)).rejects.toEqual(new AppError("busy"));
  const gone = async () => {
    throw new AppError("not_found");
  };
  await expect(endTalk({ endConversation: gone }, ref)).rejects.toEqual(new AppError("not_found"));
});
