"use client";

import { CopyButton } from "#components/ui/copy-button.tsx";

type JsonViewProps = { readonly label: string; readonly copyLabel: string; readonly value: unknown };

/** A value as it was stored. Text only: nothing of what customers wrote is interpreted. */
export function JsonView({ label, copyLabel, value }: JsonViewProps) {
  const text = JSON.stringify(value, null, 2) ?? "";
  return (
    <figure aria-label={label} className="overflow-hidden rounded-md border border-line">
      <figcaption className="flex h-8 items-center justify-between border-b border-line bg-sunken pl-3 pr-1 text-xs text-ink-2">
        {label}
        <CopyButton text={text} label={copyLabel} isIcon />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long values scroll, and the keyboard must reach that
        tabIndex={0}
        className="max-h-72 overflow-auto whitespace-pre-wrap px-3 py-2 font-mono text-xs leading-5 text-ink -outline-offset-2 [overflow-wrap:anywhere]"
      >
        <Colored value={value} depth={0} />
      </pre>
    </figure>
  );
}

/** Deeper values are shown in one line: a trace is for looking, not for nesting. */
const DEPTH_MAX = 8;

function Colored({ value, depth }: { readonly value: unknown; readonly depth: number }) {
  if (typeof value === "string") return <span className="text-success-text">{JSON.stringify(value)}</span>;
  if (typeof value === "number") return <span className="text-info-text">{String(value)}</span>;
  if (typeof value !== "object" || value === null)
    return <span className="text-warn-text">{String(value)}</span>;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0 || depth >= DEPTH_MAX) return <span>{JSON.stringify(value)}</span>;
  const indent = "  ".repeat(depth + 1);
  return (
    <>
      {open}
      {"\n"}
      {entries.map(([key, child], index) => (
        <span key={key}>
          {indent}
          {!isList && <span className="text-ink-2">{JSON.stringify(key)}: </span>}
          <Colored value={child} depth={depth + 1} />
          {index < entries.length - 1 ? ",\n" : "\n"}
        </span>
      ))}
      {"  ".repeat(depth)}
      {close}
    </>
  );
}
