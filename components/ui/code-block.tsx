"use client";

import { CopyButton } from "./copy-button.tsx";

type CodeBlockProps = { readonly code: string; readonly copyLabel: string; readonly label: string };

/** A text to be pasted elsewhere as it is. */
export function CodeBlock({ code, copyLabel, label }: CodeBlockProps) {
  return (
    <figure aria-label={label} className="overflow-hidden rounded-md border border-line bg-sunken">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must reach that
        tabIndex={0}
        className="overflow-x-auto px-3.5 py-3 font-mono text-sm text-ink"
      >
        {code}
      </pre>
      <figcaption className="flex justify-end border-t border-line bg-surface px-2 py-1.5">
        <CopyButton text={code} label={copyLabel} look="ghost" />
      </figcaption>
    </figure>
  );
}
