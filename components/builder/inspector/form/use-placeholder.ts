"use client";

import { useNodeScope } from "./node-scope.ts";
import { useConfigValue } from "./use-field.ts";

/** The sentence that customers read while the author wrote none, to be seen before it is replaced. */
export function usePlaceholder(path: string): string {
  const { texts } = useNodeScope();
  const parent = /^(.*)\.[^.]+$/.exec(path)?.[1];
  const key = /[^.[\]]+(?=(\[\d+\])?$)/.exec(path)?.[0] ?? path;
  const type = useConfigValue(parent === undefined ? "type" : `${parent}.type`);
  const defaults = texts.defaults ?? {};
  // A hint differs by what was asked for.
  const hint = key === "hint" ? getOwn(defaults, typeof type === "string" ? type : "text") : undefined;
  return (getOwn(defaults, key) ?? hint ?? "").replace(/\{\w+\}/g, "…");
}

const getOwn = (record: { readonly [key: string]: string }, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
