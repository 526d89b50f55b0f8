"use client";

import { useMemo } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { NodeDefinition } from "#flows/kernel/define-node.ts";
import { definitions } from "#flows/nodes/index.ts";
import { useBuilder } from "../store/builder-context.ts";
import { CommonSection } from "./common/common-section.tsx";
import { NodeHeader } from "./common/node-header.tsx";
import { NodeProblems } from "./common/node-problems.tsx";
import { PortList } from "./common/port-list.tsx";
import { ConfigForm } from "./form/config-form.tsx";
import { findNode } from "./form/node-index.ts";
import { NodeScopeContext } from "./form/node-scope.ts";
import { useFocusRequest } from "./form/use-focus-request.ts";
import { inspectorMessages } from "./messages.ts";
import { VariablePlaceContext } from "./variables/use-variables.ts";

type NodeInspectorProps = { readonly flowId: string; readonly nodeId: string };

const byKind: Readonly<Record<string, NodeDefinition>> = definitions;

/** One node: what it is, what is wrong with it, and all that can be set. */
export function NodeInspector({ flowId, nodeId }: NodeInspectorProps) {
  const t = useTexts(inspectorMessages);
  const locale = usePreferences((state) => state.locale);
  const kind = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.kind ?? null);
  const version = useBuilder((state) => findNode(state.bundle, flowId, nodeId)?.version ?? 0);
  const definition = kind !== null && Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  const place = useMemo(() => ({ flowId, nodeId }), [flowId, nodeId]);
  const scope = useMemo(
    () =>
      kind === null || definition === undefined
        ? null
        : { flowId, nodeId, kind, definition, texts: definition.messages[locale] },
    [flowId, nodeId, kind, definition, locale],
  );
  const host = useFocusRequest(place);
  if (kind === null) return null;
  const canBeEdited = scope !== null && version <= scope.definition.version;
  return (
    <div ref={host} className="flex flex-col">
      <NodeHeader place={place} kind={kind} definition={definition} />
      <div className="flex flex-col gap-5 px-4 pb-8 pt-4">
        <NodeProblems place={place} />
        {canBeEdited ? (
          <NodeScopeContext value={scope}>
            <VariablePlaceContext value={place}>
              <ConfigForm key={kind} />
              <div className="flex flex-col border-t border-line pt-2">
                <CommonSection />
                <PortList />
              </div>
            </VariablePlaceContext>
          </NodeScopeContext>
        ) : (
          <Notice tone="warn">{t.unknownKind}</Notice>
        )}
      </div>
    </div>
  );
}
