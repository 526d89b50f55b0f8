import type { Words } from "./read-lines.ts";

export type FoundEntity = { readonly type: string; readonly name: string };

/** One thing that a document says, as far as rules can tell. */
export type FoundFact = {
  readonly subject: FoundEntity;
  readonly predicate: string;
  readonly object: { readonly value: string } | { readonly entity: FoundEntity };
  readonly passageId: string;
  /** The words that say so; those of a heading stand above the passage and have no place in it. */
  readonly quote: string;
  readonly span: readonly [from: number, to: number];
};

/** What a cell or a line says, before it is known which words of a document are names of things. */
export type Statement = {
  readonly subject: FoundEntity;
  readonly predicate: string;
  readonly value: Words;
};
