"use client";

import { useState } from "react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { releaseMessages } from "./messages.ts";
import { type VersionAct, VersionAsking } from "./version-asking.tsx";
import { VersionMenu } from "./version-menu.tsx";

export type ListedVersion = Outputs["version"]["list"]["versions"][number];

export type VersionRowProps = {
  readonly botId: string;
  readonly version: ListedVersion;
  readonly previousId: string | null;
  readonly liveVersionId: string | null;
  /** Only one version can be out as a gray release. */
  readonly gray: "running" | "halted" | null;
};

export function VersionRow(props: VersionRowProps) {
  const { version, gray } = props;
  const t = useTexts(releaseMessages).versions;
  const formats = useFormats();
  const [asking, setAsking] = useState<VersionAct | null>(null);
  const facts = [
    t.nodes(version.nodes),
    ...(version.openConversations > 0 ? [t.open(version.openConversations)] : []),
    ...(version.testReport
      ? [t.tests(version.testReport.passed, version.testReport.passed + version.testReport.failed)]
      : []),
    ...(version.warnings > 0 ? [t.warnings(version.warnings)] : []),
  ];
  return (
    <li className="flex items-start justify-between gap-3 px-4 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium text-ink">
          {t.version(version.number)}
          {version.isLive && (
            <Badge tone="success" hasDot>
              {t.live}
            </Badge>
          )}
          {version.isGray && (
            <Badge tone={gray === "halted" ? "danger" : "accent"} hasDot>
              {gray === "halted" ? t.grayHalted : t.gray}
            </Badge>
          )}
        </p>
        <p className={version.note ? "line-clamp-3 text-sm text-ink-2" : "text-sm text-ink-3"}>
          {version.note || t.noNote}
        </p>
        {version.testReport?.override && (
          <p className="text-sm text-warn-text">{t.override(version.testReport.override)}</p>
        )}
        <p className="mt-0.5 text-xs text-ink-3">
          <span title={formats.dateTime(version.createdAt)}>
            {formats.relative(version.createdAt)} · {t.by(version.author ?? t.system)}
          </span>
          {" · "}
          {facts.join(" · ")}
        </p>
      </div>
      <VersionMenu {...props} onAsk={setAsking} />
      {asking !== null && <VersionAsking version={version} act={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}
