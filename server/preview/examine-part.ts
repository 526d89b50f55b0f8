import type { LearnedPart } from "../../flows/preview/learned-part.ts";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import { toFaqSources, toIntentExamples } from "../runtime/compile-models.ts";
import { OF_ENTRIES, toFaqClasses } from "../understanding/compile-faq.ts";
import { OF_INTENTS, toIntentClasses } from "../understanding/compile-intents.ts";
import { examineClasses } from "../understanding/examine-classes.ts";
import { THRESHOLDS as FAQ_THRESHOLDS } from "../understanding/match-faq.ts";
import { THRESHOLDS as INTENT_THRESHOLDS } from "../understanding/match-intent.ts";

/** How well the sentences of a part of a draft can be told apart. Takes seconds: to be called in a thread. */
export function examinePart(part: LearnedPart): LearningReport {
  if (part.type === "intents") {
    const classes = toIntentClasses(toIntentExamples(part.intents));
    const { askMin } = INTENT_THRESHOLDS;
    return examineClasses({ classes, synonyms: [], manner: OF_INTENTS, askMin });
  }
  const { entries, synonyms = [] } = toFaqSources({ faqSets: part.sets }, Object.keys(part.sets).sort());
  const classes = toFaqClasses(entries);
  const { askMin } = FAQ_THRESHOLDS;
  return examineClasses({ classes, synonyms, manner: OF_ENTRIES, askMin });
}
