import type { Executor } from "../kernel/executor.ts";
import { abSplitExecutor } from "./ab-split/execute.ts";
import { askExecutor } from "./ask/execute.ts";
import { businessHoursExecutor } from "./business-hours/execute.ts";
import { choiceExecutor } from "./choice/execute.ts";
import { clarifyExecutor } from "./clarify/execute.ts";
import { conditionExecutor } from "./condition/execute.ts";
import { delayExecutor } from "./delay/execute.ts";
import { endExecutor } from "./end/execute.ts";
import { extractExecutor } from "./extract/execute.ts";
import { fallbackExecutor } from "./fallback/execute.ts";
import { faqExecutor } from "./faq/execute.ts";
import { formExecutor } from "./form/execute.ts";
import { graphQueryExecutor } from "./graph-query/execute.ts";
import type { ConfigOf, NodeKind } from "./index.ts";
import { intentExecutor } from "./intent/execute.ts";
import { jumpExecutor } from "./jump/execute.ts";
import { kbSearchExecutor } from "./kb-search/execute.ts";
import { keywordExecutor } from "./keyword/execute.ts";
import { languageExecutor } from "./language/execute.ts";
import { logGapExecutor } from "./log-gap/execute.ts";
import { loopExecutor } from "./loop/execute.ts";
import { messageExecutor } from "./message/execute.ts";
import { moderationExecutor } from "./moderation/execute.ts";
import { sentimentExecutor } from "./sentiment/execute.ts";
import { setVariableExecutor } from "./set-variable/execute.ts";
import { startExecutor } from "./start/execute.ts";
import { subflowExecutor } from "./subflow/execute.ts";
import { tagContactExecutor } from "./tag-contact/execute.ts";

// Mapped over NodeKind, so a kind without an executor does not compile.
export const executors: { readonly [Kind in NodeKind]: Executor<ConfigOf<Kind>> } = {
  start: startExecutor,
  intent: intentExecutor,
  keyword: keywordExecutor,
  clarify: clarifyExecutor,
  extract: extractExecutor,
  language: languageExecutor,
  sentiment: sentimentExecutor,
  faq: faqExecutor,
  "kb-search": kbSearchExecutor,
  "graph-query": graphQueryExecutor,
  "log-gap": logGapExecutor,
  message: messageExecutor,
  ask: askExecutor,
  choice: choiceExecutor,
  form: formExecutor,
  condition: conditionExecutor,
  "set-variable": setVariableExecutor,
  "business-hours": businessHoursExecutor,
  "ab-split": abSplitExecutor,
  loop: loopExecutor,
  subflow: subflowExecutor,
  jump: jumpExecutor,
  delay: delayExecutor,
  "tag-contact": tagContactExecutor,
  moderation: moderationExecutor,
  fallback: fallbackExecutor,
  end: endExecutor,
};
