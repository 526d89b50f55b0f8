import { RE2JS } from "re2js";
import { memoize } from "./memo.ts";

/** Longest text that a pattern reads; what comes after is cut. Customers' messages end at 8,000. */
const INPUT_MAX_CHARS = 10_000;
const SOURCE_MAX_CHARS = 1_000;
/** Matching costs text length times program size; 2,000 instructions on 10,000 characters take some 30 ms. */
const PROGRAM_MAX_SIZE = 2_000;
const CACHE_ENTRIES_MAX = 500;

/** A regular expression that an author wrote. Runs in linear time (RE2 syntax: no look-around, no back-references), ignores case. */
type Pattern = {
  test(text: string): boolean;
  /** The whole match first, then the groups; null when nothing matches. */
  find(text: string): readonly (string | null)[] | null;
};

/** Null when the source is not RE2 syntax or would cost too much. */
export const compilePattern: (source: string) => Pattern | null = (source) => compiled(source).pattern;

const compiled = memoize(CACHE_ENTRIES_MAX, (source: string): { readonly pattern: Pattern | null } => {
  if (source.length > SOURCE_MAX_CHARS) return { pattern: null };
  try {
    const program = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return { pattern: program.programSize() > PROGRAM_MAX_SIZE ? null : toPattern(program) };
  } catch {
    // RE2JS throws its syntax errors; an author's mistake is a value here, shown by `validate`.
    return { pattern: null };
  }
});

function toPattern(program: RE2JS): Pattern {
  return {
    test: (text) => program.matcher(cut(text)).find(),
    find: (text) => {
      const matcher = program.matcher(cut(text));
      if (!matcher.find()) return null;
      return Array.from({ length: program.groupCount() + 1 }, (_, group) => matcher.group(group) ?? null);
    },
  };
}

function cut(text: string): string {
  return text.length > INPUT_MAX_CHARS ? text.slice(0, INPUT_MAX_CHARS) : text;
}
