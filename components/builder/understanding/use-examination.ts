"use client";

import { useDeferredValue, useMemo } from "react";
import { listGrave } from "#flows/checks/list-confusions.ts";
import { type Examined, listExamined, toExaminedKey } from "#flows/preview/examined-part.ts";
import { ASKED_MIN } from "#flows/preview/learning-report.ts";
import { useBuilder } from "../store/builder-context.ts";

/** What is known of one part as it is now; `key` changes with what is learned of it. */
export function useExamination(examined: Examined) {
  const bundle = useDeferredValue(useBuilder((state) => state.bundle));
  const name = JSON.stringify(examined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part is told apart by its words, not by its object
  const key = useMemo(() => toExaminedKey(bundle, examined), [bundle, name]);
  const state = useBuilder(({ examinations }) => (key === null ? undefined : examinations.get(key)));
  return { key, state: state ?? null };
}

/** The same of all parts of the document together. */
export function useExaminations() {
  const bundle = useDeferredValue(useBuilder((state) => state.bundle));
  const examinations = useBuilder((state) => state.examinations);
  return useMemo(() => {
    const parts = listExamined(bundle);
    const states = parts.map((part) => examinations.get(toExaminedKey(bundle, part) ?? ""));
    const reports = states.flatMap((one) => (one?.state === "done" ? [one.report] : []));
    return {
      parts,
      done: reports.length,
      isRunning: states.some((one) => one?.state === "running"),
      hasFailed: states.some((one) => one?.state === "failed"),
      /** Pairs that are confused often. */
      grave: reports.reduce((sum, report) => sum + listGrave(report).length, 0),
      /** Parts of which enough is written to say something. */
      judged: reports.filter(({ asked }) => asked >= ASKED_MIN).length,
    };
  }, [bundle, examinations]);
}
