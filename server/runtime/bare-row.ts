import type { TurnRow } from "./commit-statement.ts";
import type { ConversationState } from "./conversation-store.ts";

/** A turn that the kernel had no part in (given up, ended from outside): everything stays as it is, the epoch moves on. */
export function toBareRow(state: ConversationState): TurnRow {
  return {
    conversation: state.conversationId,
    workspace: state.workspaceId,
    bot: state.botId,
    version: null,
    epoch: state.epoch,
    number: state.turns + 1,
    fresh: false,
    session: state.session,
    status: state.status,
    seq: state.seq,
    last_text: null,
    resolution: null,
    asks_rating: false,
    inbound: null,
    taken: [],
    dead_error: null,
    steps: [],
    replay: {},
    ms: 0,
    messages: [],
    calls: [],
    consumed_call: null,
    timers: [],
    cancelled_timers: [],
    metrics: [],
    contact: null,
  };
}
