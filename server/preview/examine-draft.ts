import type { TransactionSql } from "postgres";
import { z } from "zod";
import {
  type Examined,
  listExamined,
  toExaminedKey,
  toExaminedRequest,
  toExaminedSource,
} from "../../flows/preview/examined-part.ts";
import { findPrintedPart } from "../../flows/preview/find-printed-part.ts";
import { fingerprint } from "../../flows/preview/fingerprint.ts";
import type { LearnedPart } from "../../flows/preview/learned-part.ts";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import type { DraftKey } from "../drafts/get-draft.ts";
import { workInThread } from "../live/work-in-thread.ts";
import { readFreshWords } from "../runtime/load-words.ts";
import { MODEL_FORMAT } from "../understanding/compile-classes.ts";
import type { WordGroups } from "../understanding/create-rephraser.ts";
import { readDraft } from "./draft-reader.ts";
import type { ExaminedPart } from "./examine-part.ts";
import { findExaminations, keepExamination } from "./kept-examinations.ts";
import { createLearnOnce } from "./learn-once.ts";

const id = z.string().min(1).max(64);

/** An `Examined`. */
export const examinedSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("intents"), flowId: id, nodeId: id }),
  z.strictObject({ type: z.literal("faq"), faqSets: z.array(id).min(1).max(50) }),
]);

/** `learning`: ask again in a moment. `stale`: the saved draft is not what the caller sees; send the part along. */
export type Examination =
  | { readonly type: "examined"; readonly report: LearningReport }
  | { readonly type: "learning" | "failed" | "stale" };

/** Pages ask every half second; one in the background may be a second late. */
const IDLE_MS_MAX = 3_000;

/** One a process; a report is small, what it took to make it is not. */
const reports = createLearnOnce<LearningReport>({ max: 500, threadsMax: 1, idleMsMax: IDLE_MS_MAX });

/** Rises whenever the same content would give another report. */
const REPORT_FORMAT = 2;

/** Far more than the largest part takes; all workspaces wait for one thread. */
const EXAMINING_MS_MAX = 120_000;

export type ExamineQuestion = {
  readonly workspaceId: string;
  readonly botId: string;
  readonly examined: Examined;
  /** Fingerprint of the part that the caller sees. */
  readonly expects: string;
  /** The part itself, when it is not saved yet. */
  readonly part?: LearnedPart | undefined;
};

/** How well a part of a draft can be told apart, as it is saved or as the editor holds it, by the words that the workspace has now. */
export async function examineDraft(tx: TransactionSql, question: ExamineQuestion): Promise<Examination> {
  const { workspaceId, botId, examined, expects } = question;
  const { bundle } = await readDraft(tx, { workspaceId, botId });
  const saved = findPrintedPart(bundle, toExaminedRequest(examined));
  const part = saved?.print === expects ? saved.part : question.part;
  if (part === undefined) return { type: "stale" };
  const words = await readFreshWords(tx, workspaceId);
  const contentHash = toContentHash(part, words);
  const key = `${workspaceId}/${contentHash}`;
  if (!reports.has(key)) {
    const found = await findExaminations(tx, { workspaceId, hashes: [contentHash] });
    const report = found.get(contentHash);
    if (report !== undefined) reports.put(key, report);
  }
  // One waits by workspace and kind: a part that is edited on and on must not fill the queue with what nobody asks for any more.
  const lane = `${workspaceId}/${part.type}`;
  const learning = reports.get(key, (signal) => examineInThread({ part, words }, signal), lane);
  if (learning.state !== "ready") return { type: learning.state };
  const report = learning.value;
  await keepExamination(tx, { workspaceId, contentHash, report });
  return { type: "examined", report };
}

/** By `toExaminedKey`. */
export type KeptExamination = { readonly key: string; readonly report: LearningReport };

/** What is known of the saved draft without examining anything. */
export async function listExaminations(
  tx: TransactionSql,
  { workspaceId, botId }: DraftKey,
): Promise<readonly KeptExamination[]> {
  const { bundle } = await readDraft(tx, { workspaceId, botId });
  const words = await readFreshWords(tx, workspaceId);
  const parts = listExamined(bundle).flatMap((examined) => {
    const key = toExaminedKey(bundle, examined);
    const part = findPrintedPart(bundle, toExaminedRequest(examined))?.part;
    return key === null || part === undefined ? [] : [{ key, hash: toContentHash(part, words) }];
  });
  const found = await findExaminations(tx, { workspaceId, hashes: parts.map(({ hash }) => hash) });
  return parts.flatMap(({ key, hash }) => {
    const report = found.get(hash);
    return report === undefined ? [] : [{ key, report }];
  });
}

const prints = new WeakMap<LearnedPart | WordGroups, string>();

/** Names all that a report follows from. Taken once of each: thousands of sentences take milliseconds to read. */
function toContentHash(part: LearnedPart, words: WordGroups): string {
  const printOf = (thing: LearnedPart | WordGroups, toPrinted: () => unknown): string => {
    const print = prints.get(thing) ?? fingerprint(toPrinted());
    prints.set(thing, print);
    return print;
  };
  const ofPart = printOf(part, () => toExaminedSource(part));
  return `${REPORT_FORMAT}.${MODEL_FORMAT}.${ofPart}.${printOf(words, () => words)}`;
}

function examineInThread({ part, words }: ExaminedPart, signal: AbortSignal): Promise<LearningReport> {
  const file = new URL("./examine-thread.ts", import.meta.url);
  const data: ExaminedPart = { part: toExaminedSource(part), words };
  return workInThread<never, LearningReport>({
    file,
    data,
    rank: "editors",
    msMax: EXAMINING_MS_MAX,
    signal,
  });
}
