"use client";

import { CircleAlert } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Deed, TestTurnResult, TurnProblem } from "#flows/testing/test-result.ts";
import { AssertionResultRow } from "./assertion-result-row.tsx";
import { testEditorMessages } from "./editor-messages.ts";
import { type TestingTexts, testingMessages } from "./messages.ts";
import { toWaitText } from "./to-wait-text.ts";

type TurnResultProps = { readonly turn: TestTurnResult; readonly isSkipped: boolean };

/** One turn as a small talk: what the customer did, what was said, and which expectations held. */
export function TurnResult({ turn, isSkipped }: TurnResultProps) {
  const t = useTexts(testingMessages);
  return (
    <li className={joinClasses("flex flex-col gap-2", isSkipped && "opacity-60")}>
      <DeedLine does={turn.does} />
      {turn.said.map((text, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no identity but their place
          key={index}
          className="max-w-[88%] self-start whitespace-pre-wrap break-words rounded-md bg-sunken px-3 py-2 text-sm text-ink"
        >
          {text}
        </p>
      ))}
      {turn.said.length === 0 && turn.problem === null && (
        <p className="text-sm text-ink-3">{t.test.silent}</p>
      )}
      {isSkipped ? (
        <p className="text-sm text-ink-3">{t.problems.skipped}</p>
      ) : (
        turn.problem && <Problem problem={turn.problem} />
      )}
      {!isSkipped && turn.assertions.length > 0 && (
        <ul className="flex flex-col gap-1">
          {turn.assertions.map((result, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: expectations have no identity but their place
            <AssertionResultRow key={index} {...{ result, turn }} />
          ))}
        </ul>
      )}
    </li>
  );
}

function DeedLine({ does }: { readonly does: Deed }) {
  const t = useTexts(testingMessages).test;
  const texts = useTexts(testEditorMessages);
  if (does.type === "start" || does.type === "wait") {
    return (
      <p className="flex items-center gap-3 text-xs text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {does.type === "start" ? t.start : t.waited(toWaitText(does.ms, texts))}
      </p>
    );
  }
  return (
    <p className="max-w-[88%] self-end whitespace-pre-wrap break-words rounded-md bg-accent px-3 py-2 text-sm text-accent-on">
      <span className="sr-only">{does.type === "say" ? t.customer : t.chose}: </span>
      {does.type === "say" ? does.text : does.option}
    </p>
  );
}

function Problem({ problem }: { readonly problem: TurnProblem }) {
  const t = useTexts(testingMessages).problems;
  const [title, detail] = toProblemText(problem, t);
  return (
    <div className="flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text">
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div>
        {title}
        {detail && <span className="block">{detail}</span>}
      </div>
    </div>
  );
}

function toProblemText(problem: TurnProblem, t: TestingTexts["problems"]): readonly [string, string | null] {
  switch (problem.type) {
    case "no-such-option":
      return [
        t.noOption(problem.option),
        problem.offered.length > 0 ? t.offered(problem.offered.join(" / ")) : null,
      ];
    case "talk-ended":
      return [t.talkEnded, null];
    case "unanswered-call":
      return [t.unansweredCall(problem.name), null];
    case "crashed":
      return [t.crashed, problem.message || null];
  }
}
