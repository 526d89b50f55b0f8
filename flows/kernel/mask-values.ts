import type { FlowVariable } from "./flow.ts";
import type { Json, JsonObject } from "./json.ts";

/** Longest text and list of one step; a trace is read by people. */
const TEXT_MAX_CHARS = 500;
const ITEMS_MAX = 20;
const DEPTH_MAX = 4;
/** Shorter values occur in any text by chance; masking them would hide everything else. */
const SECRET_MIN_CHARS = 2;

type Guard = {
  readonly variables: readonly FlowVariable[];
  readonly vars: JsonObject;
  /** Variables that the node itself writes: what it was given is as secret as what it stores. */
  readonly writes: readonly string[];
};

type Secret = { readonly text: string; readonly shown: string };

/** Shortens a value for the trace and hides what is guarded: `core` wholly, `important` but for its ends. */
export function maskValue(value: Json, guard: Guard): Json {
  const guarded = guard.variables.filter((variable) => guard.writes.includes(variable.name));
  if (guarded.some((variable) => variable.dataClass === "core")) return hideAll(value, () => "***");
  if (guarded.length > 0) return hideAll(value, showEnds);
  return shorten(value, listSecrets(guard), 0);
}

/** 13812345678 becomes 13*******78; short texts vanish wholly. */
function showEnds(text: string): string {
  const letters = Array.from(text);
  const ends = letters.length >= 7 ? 2 : letters.length >= 4 ? 1 : 0;
  if (ends === 0) return "***";
  return (
    letters.slice(0, ends).join("") + "*".repeat(letters.length - 2 * ends) + letters.slice(-ends).join("")
  );
}

function listSecrets(guard: Guard): readonly Secret[] {
  const secrets: Secret[] = [];
  for (const variable of guard.variables) {
    const isCore = variable.dataClass === "core";
    collectTexts(guard.vars[variable.name] ?? null, (text) => {
      if (text.length >= SECRET_MIN_CHARS) secrets.push({ text, shown: isCore ? "***" : showEnds(text) });
    });
  }
  // Longest first: a short secret inside a long one must not leave the rest of it standing.
  return secrets.sort((a, b) => b.text.length - a.text.length);
}

function collectTexts(value: Json, add: (text: string) => void): void {
  if (typeof value === "string") add(value);
  else if (typeof value === "number") add(String(value));
  else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) collectTexts(item, add);
  }
}

function hideAll(value: Json, hide: (text: string) => string): Json {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return hide(value).slice(0, TEXT_MAX_CHARS);
  if (typeof value === "number") return hide(String(value));
  return "***";
}

function shorten(value: Json, secrets: readonly Secret[], depth: number): Json {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return shortenText(value, secrets);
  if (typeof value === "number") return shortenNumber(value, secrets);
  if (depth >= DEPTH_MAX) return "…";
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map((item) => shorten(item, secrets, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, ITEMS_MAX)
      .map(([key, item]) => [shortenText(key, secrets), shorten(item, secrets, depth + 1)]),
  );
}

function shortenText(text: string, secrets: readonly Secret[]): string {
  let shown = text;
  for (const secret of secrets) {
    if (shown.includes(secret.text)) shown = shown.replaceAll(secret.text, () => secret.shown);
  }
  return shown.length > TEXT_MAX_CHARS ? `${shown.slice(0, TEXT_MAX_CHARS)}…` : shown;
}

function shortenNumber(value: number, secrets: readonly Secret[]): Json {
  const text = String(value);
  return secrets.some((secret) => text.includes(secret.text)) ? shortenText(text, secrets) : value;
}
