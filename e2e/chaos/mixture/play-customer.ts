import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "#server/app-error.ts";
import type { ConversationRef } from "#server/runtime/contract.ts";
import type { SeededBot } from "../../support/seed-bot.ts";
import { type LiveReader, readTalkLive } from "../read-talk-live.ts";
import { endTalk } from "./end-talk.ts";
import type { Program } from "./open-programs.ts";
import type { Dice } from "./random.ts";
import type { Diary, MixedTalk, SentMessage } from "./record.ts";

const WORDS = ["m", "m", "m", "task", "task", "nap", "ask", "ask", "tag"] as const;
/** A message comes once to three times, to any program, this much apart at most. */
const COPIES_MAX = 3;
const APART_MS = 6;
/** The next message does not wait for the answer to this one. */
const HASTE_SHARE = 0.25;
const PAUSE_MS = 50;
const PAUSE_SHARE = 0.4;
const BYE_SHARE = 0.04;
const END_SHARE = 0.05;
const RATING_SHARE = 0.1;
const CUT_EVERY_MS = [150, 60_000] as const;
/** A paused bot takes no new talks; it is resumed long before. */
const START_TRIES_MAX = 1_200;

export type Scene = {
  readonly programs: readonly Program[];
  readonly dice: Dice;
  readonly diary: Diary;
};

export type Customer = { readonly bot: SeededBot; readonly contactKey: string; readonly messagesMax: number };

/** One talk from its start to its last message or its end. What the customer saw is written down, not judged. */
export async function playCustomer(scene: Scene, customer: Customer): Promise<MixedTalk> {
  const { dice, diary } = scene;
  const talk = await start(scene, customer);
  const ref = refOf(talk, customer);
  const underWay: Promise<unknown>[] = [];
  for (let i = 1; i <= customer.messagesMax; i += 1) {
    const word = dice.isLucky(BYE_SHARE) ? "bye" : dice.pick(WORDS);
    const message = newMessage(talk, `${word} ${i}.`);
    talk.messages.push(message);
    const sending = sendCopies(scene, ref, message);
    // At the same moment as the message.
    const ending = dice.isLucky(END_SHARE) ? end(scene, ref, talk) : null;
    const rating = dice.isLucky(RATING_SHARE) ? rate(scene, talk) : null;
    const isHasty = dice.isLucky(HASTE_SHARE);
    if (isHasty) underWay.push(sending);
    await Promise.all([ending, rating, isHasty ? null : sending]);
    if (talk.isEnded) {
      const late = newMessage(talk, `m ${i}.late.`);
      talk.messages.push(late);
      await sendCopies(scene, ref, late);
      break;
    }
    if (dice.isLucky(PAUSE_SHARE)) await delay(dice.next() * PAUSE_MS);
  }
  await Promise.all(underWay);
  diary.note(talk.conversationId, "customer is done");
  return talk;
}

const refOf = ({ conversationId }: MixedTalk, { bot }: Customer): ConversationRef => ({
  ...{ conversationId, workspaceId: bot.workspaceId, botId: bot.botId },
});

function newMessage({ isEnded }: MixedTalk, text: string): SentMessage {
  return { id: crypto.randomUUID(), text, answers: [], refusals: [], isLate: isEnded };
}

async function start({ programs, dice, diary }: Scene, { bot, contactKey }: Customer): Promise<MixedTalk> {
  for (let tries = 1; tries <= START_TRIES_MAX; tries += 1) {
    const program = dice.pick(programs);
    const started = await program.runtime
      .startConversation({
        ...{ botId: bot.botId, channel: "web", locale: "en", contactKey },
        ...{ isVerified: false, contactName: null, context: {} },
      })
      .catch((error: unknown) => {
        // `busy`: a person took the talk before it had begun.
        if (error instanceof AppError && ["bot_unavailable", "busy"].includes(error.code)) return null;
        throw error;
      });
    if (started !== null) {
      const { conversationId, token } = started;
      diary.note(conversationId, `started by ${program.name}`);
      const reader = read({ programs, dice, diary }, { conversationId, token });
      return { conversationId, token, messages: [], reader, isEnded: false };
    }
    await delay(PAUSE_MS);
  }
  throw new Error(`no talk could be started in ${START_TRIES_MAX} tries`);
}

/** Of any program that serves; some lines break all the time, others never, so that nothing but what is told live reaches them. */
function read({ programs, dice }: Scene, talk: Pick<MixedTalk, "conversationId" | "token">): LiveReader {
  const base = dice.pick(programs.flatMap(({ url }) => url ?? []));
  return readTalkLive({ base, ...talk, cutEveryMs: dice.pick(CUT_EVERY_MS) });
}

async function sendCopies(scene: Scene, ref: ConversationRef, message: SentMessage): Promise<void> {
  const copies = Array.from({ length: scene.dice.upTo(COPIES_MAX) }, () => ({
    program: scene.dice.pick(scene.programs),
    waitMs: scene.dice.next() * APART_MS,
  }));
  await Promise.all(copies.map((copy) => sendCopy(scene, ref, { message, ...copy })));
}

type Copy = { readonly message: SentMessage; readonly program: Program; readonly waitMs: number };

async function sendCopy({ diary }: Scene, ref: ConversationRef, copy: Copy): Promise<void> {
  const { message, program, waitMs } = copy;
  await delay(waitMs);
  const { conversationId } = ref;
  diary.note(conversationId, `"${message.text}" to ${program.name}`);
  try {
    const answer = await program.runtime.receiveMessage(ref, {
      ...{ clientId: message.id, text: message.text, choice: null, attachments: [] },
    });
    message.answers.push(answer);
    const said = answer.messages.map(({ seq }) => seq).join(",");
    diary.note(conversationId, `"${message.text}" by ${program.name}: ${answer.status}, said ${said}`);
  } catch (error) {
    const code = error instanceof AppError ? error.code : String(error);
    message.refusals.push(code);
    diary.note(conversationId, `"${message.text}" refused by ${program.name}: ${code}`);
  }
}

async function end(scene: Scene, ref: ConversationRef, talk: MixedTalk): Promise<void> {
  const { dice, diary, programs } = scene;
  const program = dice.pick(programs);
  await delay(dice.next() * APART_MS);
  diary.note(ref.conversationId, `end to ${program.name}`);
  await endTalk(program.runtime, ref);
  talk.isEnded = true;
  diary.note(ref.conversationId, `ended by ${program.name}`);
}

async function rate(scene: Scene, { conversationId, token }: MixedTalk): Promise<void> {
  const url = scene.dice.pick(scene.programs.flatMap((program) => program.url ?? []));
  const response = await fetch(`${url}/v1/conversations/${conversationId}/rating`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ value: scene.dice.upTo(5) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new Error(`a rating was refused: ${response.status} ${await response.text()}`);
}
