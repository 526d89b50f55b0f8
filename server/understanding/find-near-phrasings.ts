import { createRanker } from "./create-ranker.ts";
import { createWording } from "./create-wording.ts";
import { learnVectors } from "./learn-vectors.ts";
import { buildRows, findSourceText, tokensOfLine, toLearningTable } from "./row-table.ts";
import { toSearchIndex } from "./search-index.ts";

export type NearPhrasing = {
  readonly entryId: string;
  /** As its author wrote it. */
  readonly text: string;
  /** 1 is the same but for spelling and synonyms. */
  readonly nearness: number;
};

export type NearFinder = {
  /** The nearest phrasing of each other entry that is near enough to be taken for this one, nearest first. */
  find(text: string, except: string | null): readonly NearPhrasing[];
};

type Entry = { readonly id: string; readonly phrasings: readonly string[] };

/** From here on two phrasings ask the same in other words more often than not. */
const NEARNESS_MIN = 0.72;
const FOUND_MAX = 5;

/** Learns only how telling each word is: a second for thousands of phrasings, where a matcher needs many. */
export function createNearFinder(
  entries: readonly Entry[],
  synonyms: readonly (readonly string[])[],
): NearFinder {
  const classes = entries.map(({ id, phrasings }) => ({ id, examples: phrasings, hints: [], negatives: [] }));
  const wording = createWording(synonyms, true);
  const { corpus, owners, keys, lines, places } = toLearningTable(
    buildRows({ classes, elsewhere: [], wording }),
  );
  const rows = Int32Array.from(owners.keys());
  const { space, vectors } = learnVectors({ corpus, rows, isBackground: () => false });
  const classesCount = classes.length;
  const index = toSearchIndex(vectors, owners, { classesCount, featuresCount: space.size });
  const ranker = createRanker({
    ...{ owners, classesCount, space, index, pulls: null },
    phrasingOf: (row) => ({
      tokens: tokensOfLine(lines[row]),
      ids: corpus.lexicon.toIndexed(wording.toFeatures(keys[row] ?? "")).ids,
    }),
  });

  const find: NearFinder["find"] = (text, except) => {
    const key = wording.toKey(text);
    if (key === "") return [];
    const features = wording.toFeatures(key);
    const { tokens } = features;
    const { standings } = ranker.rank({ text: corpus.lexicon.toIndexed(features), tokens });
    const found: NearPhrasing[] = [];
    for (const [classIndex, source] of classes.entries()) {
      const nearness = standings.nearest[classIndex] ?? 0;
      const row = standings.nearestRows[classIndex] ?? -1;
      if (nearness < NEARNESS_MIN || source.id === except) continue;
      const isSame = keys[row] === key;
      found.push({
        entryId: source.id,
        text: findSourceText(source, places[row] ?? -1),
        // The same words in another order have the same features; only the same text is the same.
        nearness: isSame ? 1 : Math.min(0.99, Math.round(nearness * 100) / 100),
      });
    }
    return found.sort((a, b) => b.nearness - a.nearness).slice(0, FOUND_MAX);
  };
  return { find };
}
