import type { Program } from "./compile-program.ts";
import { fallBack } from "./fall-back.ts";
import type { Json } from "./json.ts";
import type { ConversationStarted } from "./protocol.ts";
import { ENGINE_ABI, type Session } from "./session.ts";
import { FRESH_TALLY, type Move, type Turn } from "./turn.ts";

/** The memory of a conversation before anything has happened in it: variables at their defaults, or as the contact left them. */
export function startSession(program: Program, event: ConversationStarted): Session {
  const { main } = program;
  const vars: { [name: string]: Json } = { ...main.defaults };
  for (const [name, variable] of main.variables) {
    if (variable.scope === "contact" && Object.hasOwn(event.contact, name))
      vars[name] = event.contact[name] ?? null;
  }
  return {
    abi: ENGINE_ABI,
    locale: event.locale,
    channel: event.channel,
    contactId: event.contactId,
    context: event.context,
    vars,
    stack: [{ flowId: main.id, nodeId: main.startId ?? "", vars: {}, loops: {} }],
    awaiting: { type: "idle" },
    message: null,
    answered: true,
    looked: [],
    held: null,
    lastSaid: [],
    history: [],
    strikes: 0,
    counter: 0,
    turn: FRESH_TALLY,
  };
}

/** A new run of the root flow, with whatever message is at hand. */
export function enterStart(turn: Turn): Move {
  const { startId } = turn.program.main;
  return startId === null ? fallBack(turn, "missing_start") : { type: "enter", nodeId: startId };
}
