import { Check, Copy } from "lucide-react";
import { useState } from "react";
import type { demoMessages } from "./demo-messages.ts";

/** The one line that an operator copies. */
export function InstallSnippet({
  botKey,
  t,
}: {
  readonly botKey: string;
  readonly t: (typeof demoMessages)["zh-CN"];
}) {
  const [isCopied, setIsCopied] = useState(false);
  const line = `<script src="${location.origin}/widget.js" data-bot="${botKey}" async></script>`;

  const copy = () => {
    // Without a clipboard (plain http) the line can still be marked and copied by hand.
    void navigator.clipboard?.writeText(line).then(() => setIsCopied(true));
  };

  return (
    <section>
      <h2 className="text-lg font-semibold">{t.install}</h2>
      <p className="mt-1 text-ink-2">{t.installHow}</p>
      <div className="mt-3 flex items-center gap-2 rounded-md border border-line bg-surface py-1.5 pr-1.5 pl-3.5">
        <code className="min-w-0 flex-1 font-mono text-sm [overflow-wrap:anywhere]">{line}</code>
        <button
          type="button"
          onClick={copy}
          className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-sm px-2.5 text-sm text-ink-2 transition-colors hover:bg-hover"
        >
          {isCopied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
          {isCopied ? t.copied : t.copy}
        </button>
      </div>
    </section>
  );
}
