import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, expect } from "@playwright/test";
import { hashPassword } from "better-auth/crypto";
import type { Role } from "#drizzle/schema/member.ts";
import { type Bundle, type BundleInput, bundleSchema } from "#flows/kernel/flow.ts";
import { connect, type Sql } from "#server/db/connect.ts";
import { toJsonText } from "#server/db/to-json-text.ts";
import { defaultBotSettings } from "./seed-bot.ts";

const PASSWORD = "a quiet street with plane trees";

export type TestPerson = { readonly userId: string; readonly name: string; readonly email: string };

export type TestWorkspace = {
  readonly sql: Sql;
  readonly workspaceId: string;
  addPerson(name: string, role?: Role): Promise<TestPerson>;
  /** A bot whose draft is this bundle; unpublished. */
  addBot(
    name: string,
    bundle: Bundle | BundleInput,
  ): Promise<{ readonly botId: string; readonly key: string }>;
  /** Signs a browser in, in this workspace. */
  signIn(context: BrowserContext, person: TestPerson): Promise<void>;
  readDraft(botId: string): Promise<Bundle>;
  close(): Promise<void>;
};

/** A workspace of a journey's own on the running site, so that journeys do not stand in each other's way. */
export async function openWorkspace(name: string): Promise<TestWorkspace> {
  const { databaseUrl } = JSON.parse(readFileSync(join(import.meta.dirname, "../.output/site.json"), "utf8"));
  const sql = connect(databaseUrl, { max: 2, applicationName: "journey" });
  const [workspace] = await sql<{ id: string }[]>`insert into workspace (name) values (${name}) returning id`;
  const workspaceId = workspace?.id ?? "";
  const hash = await hashPassword(PASSWORD);
  return {
    sql,
    workspaceId,
    addPerson: async (personName, role = "owner") => {
      const email = `${randomUUID().slice(0, 8)}@journey.test`;
      const [user] = await sql<{ id: string }[]>`
        insert into auth_user (email, name, email_verified) values (${email}, ${personName}, true) returning id`;
      const userId = user?.id ?? "";
      await sql`insert into auth_account (account_id, provider_id, user_id, password) values (${userId}, 'credential', ${userId}, ${hash})`;
      await sql`insert into member (workspace_id, user_id, role) values (${workspaceId}, ${userId}, ${role})`;
      return { userId, name: personName, email };
    },
    addBot: async (botName, input) => {
      const key = `journey-${randomUUID().slice(0, 8)}`;
      const bundle = bundleSchema.parse(input);
      const [bot] = await sql<{ id: string }[]>`insert into bot (workspace_id, key, name, settings)
        values (${workspaceId}, ${key}, ${botName}, ${toJsonText(defaultBotSettings)}::text::jsonb) returning id`;
      const botId = bot?.id ?? "";
      await sql`insert into flow_draft (bot_id, workspace_id, bundle)
        values (${botId}, ${workspaceId}, ${toJsonText(bundle)}::text::jsonb)`;
      return { botId, key };
    },
    signIn: async (context, { email }) => {
      const answer = await context.request.post("/auth/sign-in/email", {
        data: { email, password: PASSWORD },
      });
      expect(answer.status()).toBe(200);
    },
    readDraft: async (botId) => {
      const [row] = await sql<{ bundle: Bundle }[]>`select bundle from flow_draft where bot_id = ${botId}`;
      return bundleSchema.parse(row?.bundle);
    },
    close: () => sql.end({ timeout: 3 }),
  };
}
