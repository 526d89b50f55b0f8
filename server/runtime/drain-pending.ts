import type { Sql } from "postgres";
import type { Part } from "../../flows/kernel/protocol.ts";
import type { Logger } from "../log.ts";
import { apologyIn } from "./apology.ts";
import {
  type Claim,
  claimPending,
  forgiveClaim,
  LEASE_MS,
  type PendingEvent,
  releaseClaim,
} from "./claim-pending.ts";
import type { CommitOutcome } from "./commit-turns.ts";
import { toCustomerParts } from "./customer-parts.ts";
import { giveUpTurn } from "./give-up-turn.ts";
import { NotLearned } from "./learn-anew.ts";
import { type CustomerLine, type TurnDeps, takeTurn } from "./take-turn.ts";
import { toKernelEvent, toMessageBody } from "./to-kernel-event.ts";

/** An event that crashed this often is dead: it is set aside, the customer gets an apology, and the next one runs (I1). */
export const CRASHES_MAX = 3;

const CRASH_BACKOFF_MS = 500;

type DrainDeps = TurnDeps & {
  readonly sql: Sql;
  readonly log: Logger;
  readonly owner: string;
  readonly isDraining: () => boolean;
};

/** Runs the accepted events of one conversation in their order until none is left that may run now. The caller holds its lock. */
export async function drainPending(deps: DrainDeps, conversationId: string): Promise<void> {
  while (!deps.isDraining()) {
    const claim = await claimPending(deps.sql, conversationId, deps.owner);
    if (!claim) return;
    const isDone = await runClaim(deps, claim);
    if (!isDone) return;
  }
}

/** Returns false when the conversation has to rest: a crash. */
async function runClaim(deps: DrainDeps, claim: Claim): Promise<boolean> {
  const claimedAt = performance.now();
  const [head] = claim.events;
  if (!head) return false;
  try {
    const outcome =
      head.crashes >= CRASHES_MAX ? await giveUp(deps, claim, head) : await takeEvents(deps, claim, head);
    if (outcome !== "stale") return outcome === "written";
    // Ended or taken over meanwhile: no fault of the event's, and what waits must not rest until the next sweep.
    if (performance.now() - claimedAt < LEASE_MS) await forgiveClaim(deps.sql, claim);
    return true;
  } catch (error) {
    deps.store.forget(claim.state.conversationId);
    const unlearned = error instanceof NotLearned ? error : null;
    const counts = unlearned?.isLoss ?? true;
    const crashes = counts ? head.crashes + 1 : head.crashes;
    const about = { err: error, conversationId: claim.state.conversationId, crashes };
    if (unlearned) deps.log.warn(about, "what a turn needs is not learned; its event rests");
    else deps.log.error(about, "a turn crashed");
    // Sooner it would only fail again, and the customer would get the apology before anything was tried.
    const waitMs = unlearned?.againInMs ?? CRASH_BACKOFF_MS * 2 ** head.crashes;
    await releaseClaim(deps.sql, claim, { waitMs, counts });
    return false;
  }
}

async function takeEvents(deps: DrainDeps, claim: Claim, head: PendingEvent): Promise<CommitOutcome> {
  const events = (await deps.bots.getBurstMs(claim.state.botId)) > 0 ? takeBurst(claim.events, head) : [head];
  const { outcome } = await takeTurn(deps, {
    state: claim.state,
    event: toKernelEvent(events),
    lines: events.flatMap((event) => toCustomerLine(event, claim)),
    inbound: null,
    fresh: false,
    taken: events.map(({ clientId }) => clientId),
    consumedCall: null,
  });
  return outcome;
}

async function giveUp(deps: DrainDeps, claim: Claim, event: PendingEvent): Promise<CommitOutcome> {
  const { state } = claim;
  const lines = toCustomerLine(event, claim);
  const outcome = await giveUpTurn(deps, { state, event, lines, apology: apologyIn(state.locale) });
  const about = { conversationId: state.conversationId, clientId: event.clientId };
  if (outcome === "written") deps.log.error(about, "an event crashed too often and was set aside");
  return outcome;
}

/** Messages of one burst are one turn; one that crashed before runs alone, so that it cannot take its neighbours with it. */
function takeBurst(events: readonly PendingEvent[], head: PendingEvent): readonly PendingEvent[] {
  if (head.kind !== "message" || head.crashes > 0) return [head];
  return events.filter(({ kind, crashes }) => kind === "message" && crashes === 0);
}

function toCustomerLine(event: PendingEvent, { state }: Claim): CustomerLine[] {
  if (event.kind !== "message") return [];
  const parts: readonly Part[] = toCustomerParts(toMessageBody(event.body), state.session);
  return [{ clientId: event.clientId, parts }];
}
