"use client";

import {
  Download,
  ExternalLink,
  FileText,
  Globe,
  MoreHorizontal,
  RotateCw,
  Square,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { EntriesOffer } from "./entries-offer.tsx";
import { documentMessages } from "./messages.ts";
import { toReadFailureText } from "./read-failure-messages.ts";
import type { useDocumentActions } from "./use-document-actions.ts";

export type ListedDocument = Outputs["knowledge"]["document"]["list"]["documents"][number];
export type DocumentState = ListedDocument["state"];

const TONES = {
  queued: "neutral",
  parsing: "info",
  ready: "success",
  failed: "danger",
  cancelled: "neutral",
} as const satisfies Readonly<Record<DocumentState, Tone>>;

export const isBeingRead = ({ state }: { readonly state: DocumentState }): boolean =>
  state === "queued" || state === "parsing";

type DocumentRowProps = {
  readonly document: ListedDocument;
  readonly href: string;
  readonly actions: ReturnType<typeof useDocumentActions>;
};

export function DocumentRow({ document, href, actions }: DocumentRowProps) {
  const t = useTexts(documentMessages);
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const Icon = document.source === "url" ? Globe : FileText;
  return (
    <li className="relative flex gap-3 px-4 py-3 transition-colors duration-[var(--fast)] hover:bg-hover">
      <Icon className="mt-0.5 size-4.5 shrink-0 text-ink-3" aria-hidden />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {document.deletedAt === null ? (
            <Link
              href={href}
              scroll={false}
              className="min-w-0 truncate font-medium text-ink after:absolute after:inset-0"
            >
              {document.name}
            </Link>
          ) : (
            <span className="min-w-0 truncate font-medium text-ink-2">{document.name}</span>
          )}
          <Badge tone={TONES[document.state]} hasDot>
            {t.states[document.state]}
            {document.state === "parsing" && ` ${document.progress}%`}
          </Badge>
          {document.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </div>
        {document.state === "failed" && (
          <p className="mt-0.5 text-sm text-danger-text">
            {toReadFailureText({ code: document.errorCode ?? "", facts: document.errorFacts }, locale)}
            {document.isServed && <span className="text-ink-2"> · {t.stillServed}</span>}
          </p>
        )}
        <p className="mt-0.5 truncate text-xs text-ink-3">
          {document.isServed && `${t.passages(formats.number(document.passages))} · `}
          {t.by(document.authorName, formats.relative(document.updatedAt))}
          {document.url && ` · ${document.url}`}
        </p>
        <EntriesOffer document={document} />
      </div>
      <div className="relative z-10 flex shrink-0 items-center gap-1">
        <RowActions document={document} actions={actions} />
      </div>
    </li>
  );
}

/** The bytes of a file do not change: what is wrong with them stays wrong. A page may be another one next time. */
const mayHelpToRetry = ({ source, errorCode }: ListedDocument): boolean =>
  source === "url" || errorCode === null || PASSING.has(errorCode);

const PASSING: ReadonlySet<string> = new Set(["reader_crashed", "too_complex"]);

type RowActionsProps = Pick<DocumentRowProps, "document" | "actions">;

function RowActions({ document, actions }: RowActionsProps) {
  const t = useTexts(documentMessages);
  const mayRetry = useMay("knowledge.document.retry");
  const mayDelete = useMay("knowledge.document.delete");
  if (document.deletedAt !== null)
    return mayDelete ? (
      <Button size="sm" onClick={() => actions.restore(document)}>
        {t.restore}
      </Button>
    ) : null;
  const isFinal = document.state === "cancelled" || (document.state === "failed" && mayHelpToRetry(document));
  return (
    <>
      {mayRetry && isFinal && (
        <Button size="sm" icon={RotateCw} isBusy={actions.isBusy} onClick={() => actions.retry(document)}>
          {/* At the width of a phone the reason of the failure needs the room. */}
          <span className="max-sm:sr-only">{t.retry}</span>
        </Button>
      )}
      {mayRetry && isBeingRead(document) && (
        <Button size="sm" icon={Square} isBusy={actions.isBusy} onClick={() => actions.cancel(document)}>
          {t.cancel}
        </Button>
      )}
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t.more(document.name)}
            className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-pressed hover:text-ink"
          >
            <MoreHorizontal className="size-4" aria-hidden />
          </button>
        }
      >
        {document.url === null ? (
          <MenuItem
            icon={Download}
            onSelect={() => window.location.assign(`/console/documents/${document.id}/original`)}
          >
            {t.original}
          </MenuItem>
        ) : (
          <MenuItem
            icon={ExternalLink}
            onSelect={() => window.open(document.url ?? "", "_blank", "noreferrer")}
          >
            {t.openPage}
          </MenuItem>
        )}
        {mayRetry && document.source === "url" && document.state === "ready" && (
          <MenuItem icon={RotateCw} onSelect={() => actions.retry(document)}>
            {t.reread}
          </MenuItem>
        )}
        {mayDelete && (
          <>
            <MenuLine />
            <MenuItem icon={Trash2} isDangerous onSelect={() => void actions.remove(document)}>
              {t.remove}
            </MenuItem>
          </>
        )}
      </Menu>
    </>
  );
}
