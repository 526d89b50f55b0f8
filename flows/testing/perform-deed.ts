import type { Chat } from "../kernel/converse.ts";
import type { Deed, TurnProblem } from "./test-result.ts";

type Played = { readonly said: readonly string[]; readonly problem: TurnProblem | null };

/** Does one thing that a customer can do; what cannot be done is a problem, never a throw. */
export function performDeed(chat: Chat, does: Deed): Played {
  const obstacle = findObstacle(chat, does);
  if (obstacle !== null) return { said: [], problem: obstacle };
  try {
    const said = doIt(chat, does);
    return { said, problem: findOpenCall(chat) };
  } catch (error) {
    return { said: [], problem: { type: "crashed", message: error instanceof Error ? error.message : "" } };
  }
}

function doIt(chat: Chat, does: Deed): readonly string[] {
  switch (does.type) {
    case "start":
      return chat.start();
    case "say":
      return chat.send(does.text);
    case "choose":
      return chat.click(does.option);
    case "wait":
      return chat.advanceTime(does.ms);
  }
}

function findObstacle(chat: Chat, does: Deed): TurnProblem | null {
  if (does.type === "start" || does.type === "wait") return null;
  const { awaiting } = chat.session;
  if (awaiting.type === "ended" && !awaiting.keepOpen) return { type: "talk-ended" };
  if (does.type === "say") return null;
  const { options } = chat;
  return options.some(({ id, label }) => id === does.option || label === does.option)
    ? null
    : { type: "no-such-option", option: does.option, offered: options.map(({ label }) => label) };
}

function findOpenCall({ session, effects }: Chat): TurnProblem | null {
  const { awaiting } = session;
  if (awaiting.type !== "call") return null;
  const call = effects.find((effect) => effect.type === "call" && effect.callId === awaiting.callId);
  return { type: "unanswered-call", name: call?.type === "call" ? call.request.name : "" };
}
