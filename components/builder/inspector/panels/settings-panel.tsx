"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Notice } from "#components/ui/notice.tsx";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { useEscapeToCanvas } from "../use-escape-to-canvas.ts";
import { VariablePlaceContext } from "../variables/use-variables.ts";
import { FallbackSection } from "./fallback-section.tsx";
import { FaqSetsSection } from "./faq-sets-section.tsx";
import { LanguageSection } from "./language-section.tsx";
import { LimitsSection } from "./limits-section.tsx";
import { panelMessages } from "./messages.ts";
import { RepairSection } from "./repair-section.tsx";
import { SubflowsSection } from "./subflows-section.tsx";
import { useSettingsFocus } from "./use-settings-focus.ts";

/** Only the root flow's settings are read, whichever flow is open. */
const PLACE = { flowId: MAIN_FLOW_ID, nodeId: null };

/** What holds for the whole bot: language, repair, fallback, limits, its sub-flows and its Q&A sets. */
export function SettingsPanel() {
  const t = useTexts(panelMessages).settings;
  const isInSubflow = useBuilder((state) => state.flowId !== MAIN_FLOW_ID);
  const returnToCanvas = useEscapeToCanvas();
  const host = useSettingsFocus();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a way out of every field in here
    <div ref={host} className="flex min-h-full flex-col gap-7 p-4 pb-10" onKeyDown={returnToCanvas}>
      <VariablePlaceContext value={PLACE}>
        {isInSubflow && <Notice tone="info">{t.subflowNote}</Notice>}
        <LanguageSection />
        <RepairSection />
        <FallbackSection />
        <LimitsSection />
        <SubflowsSection />
        <FaqSetsSection />
      </VariablePlaceContext>
    </div>
  );
}
