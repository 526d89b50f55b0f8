import type { Effect, Step } from "#flows/kernel/protocol.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { Session } from "#flows/kernel/session.ts";
import type {
  PreviewEntry,
  PreviewNews,
  PreviewStep,
  PreviewTalk,
  PreviewTurn,
  TurnMark,
} from "./preview-talk.ts";

/** A session is some kilobytes, and the browser keeps 5 MB of a tab. */
const MARKS_MAX = 40;

/** Writes down what one move of the interpreter came to. */
export function foldEffects(
  talk: PreviewTalk,
  [session, effects]: readonly [Session, readonly Effect[]],
  callMs: number | null = null,
): PreviewTalk {
  const folded = effects.reduce((before, effect, place) => {
    const fold = folds[effect.type] as Fold<Effect>;
    return fold(before, effect, { flowId: findFlowId(effects, place, session), callMs });
  }, talk);
  return { ...folded, session };
}

type Facts = { readonly flowId: string; readonly callMs: number | null };
type Fold<E> = (talk: PreviewTalk, effect: E, facts: Facts) => PreviewTalk;

/** Mapped over the effects, so an effect that the preview forgets does not compile. */
const folds: { readonly [Type in Effect["type"]]: Fold<Extract<Effect, { type: Type }>> } = {
  say: (talk, { nodeId, parts, origin }, { flowId }) =>
    addEntry(talk, { type: "bot", turn: countTurns(talk), parts, origin, flowId, nodeId }),
  call: (talk, effect) => (effect.request.mode === "queued" ? { ...talk, openCall: effect } : talk),
  "set-timer": (talk, { timerId, fireAt }) => ({ ...talk, timers: [...talk.timers, { timerId, fireAt }] }),
  "cancel-timer": (talk, { timerId }) => ({
    ...talk,
    timers: talk.timers.filter((timer) => timer.timerId !== timerId),
  }),
  "update-contact": (talk, { addTags, removeTags, attributes }) => {
    const tags = [...new Set([...talk.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])];
    const next = { ...talk, tags, contact: { ...talk.contact, ...attributes } };
    return addTags.length + removeTags.length === 0
      ? next
      : addNews(next, { type: "tagged", added: addTags, removed: removeTags });
  },
  "record-metric": (talk) => talk,
  "record-step": (talk, { step }, { callMs }) => addStep(talk, step, callMs),
  "end-conversation": (talk, { resolution, askRating }) =>
    addNews(talk, { type: "ended", resolution, asksRating: askRating }),
};

const countTurns = ({ turns }: PreviewTalk): number => turns.at(-1)?.number ?? 0;

export const addEntry = (talk: PreviewTalk, entry: PreviewEntry): PreviewTalk => ({
  ...talk,
  entries: [...talk.entries, entry],
});

export const addNews = (talk: PreviewTalk, news: PreviewNews): PreviewTalk =>
  addEntry(talk, { type: "news", turn: countTurns(talk), news });

export const addTurn = (
  talk: PreviewTalk,
  turn: Pick<PreviewTurn, "cause" | "text" | "at">,
): PreviewTalk => ({
  ...talk,
  turns: [...talk.turns, { ...turn, number: countTurns(talk) + 1, ms: 0, steps: [] }],
  marks: talk.session === null ? [] : [...talk.marks.slice(1 - MARKS_MAX), toMark(talk, turn.at)],
});

function toMark(talk: PreviewTalk, at: number): TurnMark {
  const { session, timers, openCall, seed, messages, contact, tags } = talk;
  return { turn: countTurns(talk), at, session, timers, openCall, seed, messages, contact, tags };
}

/** What the newest turn took, all in all. */
export const timeTurn = (talk: PreviewTalk, ms: number): PreviewTalk => ({
  ...talk,
  turns: talk.turns.map((turn, place) => (place === talk.turns.length - 1 ? { ...turn, ms } : turn)),
});

/** The two halves of a visit that asked something (the question, then the way it left) are one step to the reader. */
function addStep(talk: PreviewTalk, step: Step, callMs: number | null): PreviewTalk {
  const turn = talk.turns.at(-1);
  if (turn === undefined) return talk;
  const last = turn.steps.at(-1);
  const isSecondHalf = last?.waits === "call" && last.nodeId === step.nodeId && last.flowId === step.flowId;
  const index = last === undefined ? countSteps(talk) : last.index + 1;
  const steps: readonly PreviewStep[] = isSecondHalf
    ? [
        ...turn.steps.slice(0, -1),
        { ...step, input: step.input ?? last.input, index: last.index, ms: callMs },
      ]
    : [...turn.steps, { ...step, index, ms: null }];
  return { ...talk, turns: [...talk.turns.slice(0, -1), { ...turn, steps }] };
}

const countSteps = ({ turns }: PreviewTalk): number =>
  turns.reduce((count, { steps }) => count + steps.length, 0);

/** What is said is recorded before the step of the node that said it; the kernel's own words belong to where the talk stands. */
function findFlowId(effects: readonly Effect[], place: number, session: Session): string {
  const effect = effects[place];
  const nodeId = effect?.type === "say" ? effect.nodeId : null;
  for (const later of effects.slice(place + 1)) {
    if (later.type === "record-step" && later.step.nodeId === nodeId) return later.step.flowId;
  }
  const earlier = effects
    .slice(0, place)
    .findLast((before) => before.type === "record-step" && before.step.nodeId === nodeId);
  if (earlier?.type === "record-step") return earlier.step.flowId;
  return session.stack.at(-1)?.flowId ?? MAIN_FLOW_ID;
}
