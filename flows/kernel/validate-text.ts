import { compileTemplate, type Template } from "./template.ts";
import type { Text } from "./text.ts";

export type Compiled = { readonly source: string; readonly template: Template };

/** The templates of a text, one for each language that it is written in. */
export function compileTexts(text: Text): readonly Compiled[] {
  const sources = typeof text === "string" ? [text] : [text["zh-CN"], text.en];
  return sources.flatMap((source) =>
    source === undefined ? [] : [{ source, template: compileTemplate(source) }],
  );
}
