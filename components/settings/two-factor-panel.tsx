"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useMe } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { settingsMessages } from "./messages.ts";
import { TwoFactorOff } from "./two-factor-off.tsx";
import { TwoFactorOn } from "./two-factor-on.tsx";

export function TwoFactorPanel() {
  const t = useTexts(settingsMessages).twoFactor;
  const { hasTwoFactor } = useMe();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<"on" | "off" | null>(null);
  const close = () => {
    setDialog(null);
    void queries.invalidateQueries(trpc.me.pathFilter());
  };
  return (
    <Panel
      title={t.title}
      description={t.lead}
      actions={<Badge tone={hasTwoFactor ? "success" : "neutral"}>{hasTwoFactor ? t.on : t.off}</Badge>}
    >
      <Button icon={ShieldCheck} onClick={() => setDialog(hasTwoFactor ? "off" : "on")}>
        {hasTwoFactor ? t.disable : t.enable}
      </Button>
      {dialog === "on" && <TwoFactorOn onClose={close} />}
      {dialog === "off" && <TwoFactorOff onClose={close} />}
    </Panel>
  );
}
