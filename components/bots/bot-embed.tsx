"use client";

import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { BotLookForm } from "./bot-look-form.tsx";
import type { BotDetail } from "./bot-page.tsx";
import { botMessages } from "./messages.ts";
import { toSnippet } from "./to-snippet.ts";

const IDENTITY_EXAMPLE = `// server: sign with the identity secret
const token = await new SignJWT({ name: "Lin" })
  .setProtectedHeader({ alg: "HS256" })
  .setSubject("customer-42")
  .setExpirationTime("1h")
  .sign(new TextEncoder().encode(process.env.JIEDA_IDENTITY_SECRET));

// page
Jieda.identify(token);`;

export function BotEmbed({ bot }: { readonly bot: BotDetail }) {
  const t = useTexts(botMessages).embed;
  const mayChange = useMay("bot.updateSettings");
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel title={t.codeTitle} description={t.codeLead}>
          <CodeBlock code={toSnippet(bot)} label={t.codeLabel} copyLabel={t.copyCode} />
        </Panel>
        <Panel title={t.linkTitle} description={t.linkLead}>
          <CodeBlock code={bot.chatUrl} label={t.linkLabel} copyLabel={t.copyLink} />
        </Panel>
      </div>
      <BotLookForm key={JSON.stringify(bot.settings)} bot={bot} isReadOnly={!mayChange} />
      <Panel title={t.identityTitle} description={t.identityLead}>
        <CodeBlock code={IDENTITY_EXAMPLE} label={t.identityLabel} copyLabel={t.copyExample} />
      </Panel>
    </div>
  );
}
