import { isRecord } from "../../kernel/scan-limits.ts";

/** Reads foreign values one by one: what is not of the wanted shape counts as absent, never as an error. */
export const readText = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";

export const readRecord = (value: unknown): { readonly [key: string]: unknown } =>
  isRecord(value) ? value : {};

export const readList = (value: unknown): readonly { readonly [key: string]: unknown }[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const readTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string" && item !== "") : [];
