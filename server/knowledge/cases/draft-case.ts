import type { TransactionSql } from "postgres";
import type { CaseContent } from "#drizzle/schema/cases.ts";
import { maskPersonalData } from "#flows/answers/mask-personal-data.ts";
import type { Part } from "#flows/kernel/protocol.ts";
import { AppError } from "../../app-error.ts";
import { toCaseQuestion, toCaseText } from "./case-content.ts";

/** A long talk is no case any more; somebody writes down what mattered in it. */
const MESSAGES_MAX = 100;

type Line = { readonly role: "bot" | "agent" | "customer" | "system"; readonly parts: readonly Part[] };

/**
 * What a talk would be as a case: the customer's first question of some length, what a person (else the bot) answered last, and the
 * customer's other words as its context. Personal data is masked before any of it leaves the talk.
 */
export async function draftCase(
  tx: TransactionSql,
  { workspaceId, conversationId }: { readonly workspaceId: string; readonly conversationId: string },
): Promise<CaseContent> {
  const [talk] =
    await tx`select from conversation where id = ${conversationId} and workspace_id = ${workspaceId}`;
  if (!talk) throw new AppError("not_found");
  const lines = await tx<Line[]>`
    select role, parts from message where conversation_id = ${conversationId} order by seq limit ${MESSAGES_MAX}`;
  return toCase(lines);
}

/** A greeting asks nothing. */
const QUESTION_CHARS_MIN = 5;

export function toCase(lines: readonly Line[]): CaseContent {
  const said = (role: Line["role"]): readonly string[] =>
    lines
      .filter((line) => line.role === role)
      .map(({ parts }) => toWords(parts))
      .filter((words) => words !== "");
  const asked = said("customer");
  const question = asked.find((words) => words.length >= QUESTION_CHARS_MIN) ?? asked[0] ?? "";
  const answer = said("agent").join("\n") || (said("bot").at(-1) ?? "");
  return {
    question: toCaseQuestion(maskPersonalData(question)),
    context: toCaseText(maskPersonalData(asked.filter((words) => words !== question).join("\n"))),
    outcome: "",
    answer: toCaseText(maskPersonalData(answer)),
    tags: [],
  };
}

function toWords(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => (part.type === "text" ? [part.text.trim()] : []))
    .filter(Boolean)
    .join("\n");
}
