import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type HttpHost, openHttpHost } from "#e2e/support/open-http-host.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import { compileModels } from "#server/runtime/compile-models.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

/** From the owner's click in the console to the customer's talk: two servers, one database, as in production. */

let server: Console;
let host: HttpHost;
let shop: SeededWorkspace;
let owner: Client;

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql, name: "shop", hash });
  // The seeded flow is only there to be looked at; this one can be talked to.
  await sql`
    update flow_version set bundle = ${JSON.stringify(testBundle)}::text::jsonb,
      models = ${JSON.stringify(compileModels(testBundle))}::text::jsonb
    where id = ${shop.versionId}`;
  host = await openHttpHost({ db: server.database, secretBox: server.secretBox });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
});
afterAll(async () => {
  await host.close();
  await server.close();
});

const rotate = async () => {
  const { data } = await owner.mutate("bot.rotateIdentitySecret", { botId: shop.botId });
  return z.object({ secret: z.string() }).parse(data).secret;
};

type Signing = { readonly alg?: string; readonly expires?: string | number };

const sign = (
  secret: string,
  claims: Record<string, unknown>,
  { alg = "HS256", expires = "1h" }: Signing = {},
) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg })
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));

/** Begins a talk as a new device; the contact that it belongs to, or the code of the refusal. */
async function startAs(identity: string): Promise<string> {
  const response = await fetch(`${host.url}/v1/bots/${shop.botKey}/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ identity, visitor: `device-${crypto.randomUUID()}` }),
  });
  const body = z
    .object({ conversationId: z.string().optional(), code: z.string().optional() })
    .parse(await response.json());
  if (body.conversationId === undefined) return `${response.status} ${body.code}`;
  const [row] = await host.db.sql<{ contactId: string }[]>`
    select contact_id as "contactId" from conversation where id = ${body.conversationId}`;
  return row?.contactId ?? "no contact";
}

test("what the shop signs with the secret from the console is one customer on every device", async () => {
  const secret = await rotate();
  const phone = await startAs(await sign(secret, { sub: "u-1", name: "王芳" }));
  const laptop = await startAs(await sign(secret, { sub: "u-1" }));
  const other = await startAs(await sign(secret, { sub: "u-2" }));
  expect(laptop).toBe(phone);
  expect(other).not.toBe(phone);
  const rows = await host.db.sql`
    select key, name, is_verified as "isVerified" from contact where id in (${phone}, ${other}) order by key`;
  expect([...rows]).toEqual([
    { key: "user:u-1", name: "王芳", isVerified: 1 },
    { key: "user:u-2", name: null, isVerified: 1 },
  ]);
});

test("what has expired, is signed by another or in another way is nobody", async () => {
  const secret = await rotate();
  await expect
    .poll(async () => startAs(await sign(secret, { sub: "u-1" })), { timeout: 10_000 })
    .toMatch(/^[0-9a-f-]{36}$/);
  const bad = [
    await sign(secret, { sub: "u-1" }, { expires: Math.floor(Date.now() / 1000) - 120 }),
    await sign(secret, { sub: "u-1" }, { alg: "HS512" }),
    await sign(`${secret}x`, { sub: "u-1" }),
  ];
  for (const identity of bad) expect(await startAs(identity)).toBe("400 identity_invalid");
});

test("a new secret ends the old one within seconds", async () => {
  const old = await rotate();
  const worksWithOld = async () => startAs(await sign(old, { sub: "u-1" }));
  await expect.poll(worksWithOld, { timeout: 10_000 }).toMatch(/^[0-9a-f-]{36}$/);
  const fresh = await rotate();
  await expect.poll(worksWithOld, { timeout: 10_000 }).toBe("400 identity_invalid");
  expect(await startAs(await sign(fresh, { sub: "u-1" }))).toMatch(/^[0-9a-f-]{36}$/);
});
