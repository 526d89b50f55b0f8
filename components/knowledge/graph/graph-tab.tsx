"use client";

import { List, ListChecks, Plus, Waypoints } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { EntityList } from "./entity-list.tsx";
import { EntitySheet } from "./entity-sheet.tsx";
import { FactDialog } from "./fact-dialog.tsx";
import { FactReview } from "./fact-review.tsx";
import { MapView } from "./map-view.tsx";
import { graphMessages } from "./messages.ts";
import type { Fact } from "./use-decisions.ts";

const VIEWS = ["review", "map", "list"] as const;
type View = (typeof VIEWS)[number];
const ICONS = { review: ListChecks, map: Waypoints, list: List };

/** The facts of a base: those that wait for somebody, how they hang together, and what is known of each thing. */
export function GraphTab({ baseId }: { readonly baseId: string }) {
  const t = useTexts(graphMessages);
  const mayAdd = useMay("knowledge.graph.addFact");
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const view = VIEWS.find((own) => own === params.get("view")) ?? "review";
  const entityId = params.get("entity");
  /** "new", or the fact that is edited. */
  const [edited, setEdited] = useState<Fact | "new" | null>(null);
  const show = (next: {
    readonly view?: View;
    readonly entity?: string | null;
    readonly around?: string | null;
  }) => {
    const query = new URLSearchParams({ tab: "graph", view: next.view ?? view });
    const entity = next.entity === undefined ? entityId : next.entity;
    const around = next.around === undefined ? params.get("around") : next.around;
    if (entity) query.set("entity", entity);
    if (around) query.set("around", around);
    router.replace(`${pathname}?${query}`, { scroll: false });
  };
  const open = (entity: string) => show({ entity });
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-160 text-sm text-ink-2">{t.lead}</p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented<View>
          label={t.views.label}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t.views[value], icon: ICONS[value] }))}
          onChange={(next) => show({ view: next })}
        />
        {mayAdd && (
          <Button icon={Plus} onClick={() => setEdited("new")}>
            {t.add}
          </Button>
        )}
      </div>
      {view === "review" && <FactReview baseId={baseId} onEntity={open} onEdit={setEdited} />}
      {view === "map" && (
        <MapView
          baseId={baseId}
          around={params.get("around")}
          onAround={(around) => show({ around })}
          onEntity={open}
        />
      )}
      {view === "list" && <EntityList baseId={baseId} onEntity={open} />}
      {entityId !== null && (
        <EntitySheet
          key={entityId}
          baseId={baseId}
          entityId={entityId}
          onEntity={open}
          onEdit={setEdited}
          onMap={() => show({ view: "map", around: entityId, entity: null })}
          onClose={() => show({ entity: null })}
        />
      )}
      {edited !== null && (
        <FactDialog baseId={baseId} fact={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}
