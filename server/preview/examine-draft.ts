import type { TransactionSql } from "postgres";
import { z } from "zod";
import { type Examined, toExaminedRequest } from "../../flows/preview/examined-part.ts";
import { findPrintedPart } from "../../flows/preview/find-printed-part.ts";
import { type LearnedPart, toModelSource } from "../../flows/preview/learned-part.ts";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import { workInThread } from "../live/work-in-thread.ts";
import { readDraft } from "./draft-reader.ts";
import { createLearnOnce } from "./learn-once.ts";
import { toPartKey } from "./model-store.ts";

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

/** One a process; a report is small, what it took to make it is not. */
const reports = createLearnOnce<LearningReport>({ max: 500, threadsMax: 1 });

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

/** How well a part of a draft can be told apart, as it is saved or as the editor holds it; nothing is stored with the draft. */
export async function examineDraft(tx: TransactionSql, question: ExamineQuestion): Promise<Examination> {
  const { workspaceId, botId, examined, expects } = question;
  const { bundle } = await readDraft(tx, { workspaceId, botId });
  const saved = findPrintedPart(bundle, toExaminedRequest(examined));
  const part = saved?.print === expects ? saved.part : question.part;
  if (part === undefined) return { type: "stale" };
  // One waits by workspace and kind: a part that is edited on and on must not fill the queue with what nobody asks for any more.
  const lane = `${workspaceId}/${part.type}`;
  const learning = reports.get(toPartKey(workspaceId, part), () => examineInThread(part), lane);
  if (learning.state !== "ready") return { type: learning.state };
  return { type: "examined", report: learning.value };
}

function examineInThread(part: LearnedPart): Promise<LearningReport> {
  const file = new URL("./examine-thread.ts", import.meta.url);
  return workInThread<never, LearningReport>({ file, data: toModelSource(part), msMax: EXAMINING_MS_MAX });
}
