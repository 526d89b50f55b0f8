import type { Bundle } from "#flows/kernel/flow.ts";
import type { NodeRegistry } from "#flows/kernel/registry.ts";
import type { CallAnswers } from "#flows/kernel/simulate-host.ts";
import { askQuestion } from "#flows/testing/ask-question.ts";
import { type BatchInput, isRight } from "#flows/testing/batch.ts";
import { createResolver } from "#flows/testing/resolve-expected.ts";
import { runFlowTest } from "#flows/testing/run-flow-test.ts";
import { type InlineScope, inlinePerformers } from "../effects/perform-inline.ts";
import type { LoadedPassages } from "../knowledge/documents/search/loaded-passages.ts";
import type { LoadedGraph } from "../knowledge/graph/serve/loaded-graph.ts";
import { compileModels } from "../runtime/compile-models.ts";
import type { Knowledge } from "../runtime/knowledge-store.ts";
import { toLoadedVersion } from "../runtime/load-version.ts";
import type { WordGroups } from "../understanding/create-rephraser.ts";
import type { RunInput, RunProgress, RunResults } from "./run-data.ts";

type Execution = {
  readonly bundle: Bundle;
  readonly registry: NodeRegistry;
  readonly input: RunInput;
  /** The bases that the bundle names, as they are live. */
  readonly knowledge: Knowledge;
  /** The documents of the bases that the bundle searches. */
  readonly passages: readonly LoadedPassages[];
  /** The facts of the bases whose graph it asks. */
  readonly graphs: readonly LoadedGraph[];
  /** Synonyms and terms of the workspace. */
  readonly words: WordGroups;
  /** Epoch milliseconds; what is valid then is what bases answer. */
  readonly at: number;
  onProgress(progress: RunProgress): void;
};

/**
 * Learns the bundle's matchers and runs everything through them, to the end, without a pause: seconds of work that belong in a
 * thread (`run-in-thread.ts`). The same bundle and input give the same results.
 */
export function executeRun({
  bundle,
  registry,
  input,
  knowledge,
  passages,
  graphs,
  words,
  at,
  onProgress,
}: Execution): RunResults {
  const models = compileModels(bundle);
  const version = toLoadedVersion({ versionId: "draft", bundle, models, registry });
  const count = startCount(onProgress);
  const asked = { version, knowledge, passages, graphs, words, at };
  if (input.type === "batch") return { type: "batch", answers: askAll(input, { bundle, asked, count }) };
  const tests = input.tests.map(({ testId, script }) => {
    const answers = answerFrom({ ...asked, locale: script.locale, channel: script.channel });
    const result = runFlowTest({ program: version.program, script, answers });
    count(result.passed);
    return { testId, ...result };
  });
  return { type: "suite", tests };
}

type Asked = Pick<InlineScope, "version" | "knowledge" | "passages" | "graphs" | "words" | "at">;

type Work = {
  readonly bundle: Bundle;
  readonly asked: Asked;
  count(passed: boolean): void;
};

function askAll(input: BatchInput, { bundle, asked, count }: Work) {
  const { locale, channel } = input;
  const resolve = createResolver(bundle);
  const answers = answerFrom({ ...asked, locale, channel });
  return input.rows.map((row) => {
    const resolution = resolve(row);
    const expected = resolution.ok ? resolution.expected : null;
    const answer = askQuestion({ program: asked.version.program, answers, locale, channel, row, expected });
    count(isRight(answer));
    return answer;
  });
}

/** The performers that customers' turns use: a test that passes here passes there. */
function answerFrom(scope: InlineScope): CallAnswers {
  return {
    "match-intent": (input) => inlinePerformers["match-intent"](input, scope),
    "match-faq": (input) => inlinePerformers["match-faq"](input, scope),
    "search-passages": (input) => inlinePerformers["search-passages"](input, scope),
    "query-graph": (input) => inlinePerformers["query-graph"](input, scope),
  };
}

function startCount(onProgress: Execution["onProgress"]): (passed: boolean) => void {
  let done = 0;
  let right = 0;
  return (passed) => {
    done += 1;
    if (passed) right += 1;
    onProgress({ done, passed: right });
  };
}
