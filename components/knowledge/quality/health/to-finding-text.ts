import type { Outputs } from "#components/trpc-client.ts";
import type { checkMessages } from "../../editor/check-messages.ts";
import { toLintText } from "../../editor/to-lint-text.ts";
import type { entryMessages } from "../../entries/messages.ts";
import type { healthMessages } from "./messages.ts";

export type Finding = Outputs["knowledge"]["health"]["failing"]["entries"][number]["findings"][number];

type Texts = {
  readonly lints: (typeof checkMessages)["zh-CN"]["lints"];
  readonly locales: (typeof entryMessages)["zh-CN"]["locales"];
  readonly findings: (typeof healthMessages)["zh-CN"]["findings"];
};

/** What an editor reads while writing, and what only a whole base shows. */
export function toFindingText({ code, facts }: Finding, { findings, ...texts }: Texts): string {
  if (code === "contradicts" || code === "duplicate") return findings[code](String(facts.text ?? ""));
  // Neither a severity nor a field is said in words.
  return toLintText({ code, facts, severity: "warning", field: "answers" }, texts);
}
