import type { Json } from "../kernel/json.ts";
import type { Locale } from "../kernel/text.ts";

/** The same words in each language that people read. */
export type Words = { readonly [L in Locale]: string };

/** One field of a subject. An absent value is one that nobody set. */
export type FieldChange = {
  /** Below the subject: `config.options.@yes.label`. Stable, for keys and tests. */
  readonly path: string;
  readonly label: Words;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** Words for values that are names of choices or numbers of milliseconds; null where the value speaks for itself. */
  readonly shown: { readonly before: Words; readonly after: Words } | null;
};

export type ChangeSubject =
  | "node"
  | "edge"
  | "variable"
  | "settings"
  | "note"
  | "group"
  | "subflow"
  | "faq-set"
  | "faq-entry";

/** One thing that differs between two documents. */
export type Change = {
  /** Unique within a comparison. */
  readonly key: string;
  readonly type: "added" | "removed" | "changed";
  readonly subject: ChangeSubject;
  /** Null for FAQ sets, which belong to no flow. */
  readonly flowId: string | null;
  /** Of a node itself, or of the node at which an edge begins. */
  readonly nodeId: string | null;
  readonly edgeId: string | null;
  readonly title: Words;
  readonly fields: readonly FieldChange[];
};

export type Comparison = {
  /** What customers or authors can tell, in the order of the document. */
  readonly changes: readonly Change[];
  /** Things that were only moved, resized, coloured or folded. */
  readonly layout: readonly Change[];
};
