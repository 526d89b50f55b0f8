import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "../trpc/fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../trpc/fixtures/seed-workspace.ts";

let server: Console;

beforeAll(async () => {
  server = await createConsole();
});
afterAll(() => server.close());

/** Each test from an address of its own: the throttle counts by address, and tests must not meet in one count. */
let lastAddress = 0;
const fromNewAddress = () => ({ "x-forwarded-for": `198.51.100.${++lastAddress}` });

describe("members", () => {
  let shop: SeededWorkspace;
  let boss: Client;

  beforeAll(async () => {
    const { password } = await server.auth.$context;
    shop = await seedWorkspace({ sql: server.database.sql, name: "teahouse", hash: password.hash });
    boss = await server.signIn(shop.members.owner.email, PASSWORD);
  });

  const invite = async (email: string, role = "editor") => {
    const answer = await boss.mutate("invitation.create", { email, role });
    // as: the procedure's answer.
    const { url } = answer.data as { readonly url: string };
    return new URL(url).searchParams.get("token") ?? "";
  };
  const accept = (body: unknown) => server.post("/trpc/invitation.accept", body, fromNewAddress());

  test("an invitation makes an account with its role, once in 50 parallel tries", async () => {
    const token = await invite("ming@teahouse.test");
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        server.post(
          "/trpc/invitation.accept",
          { token, name: `Ming ${index}`, password: "green tea in spring" },
          { "x-forwarded-for": `10.1.0.${index}` },
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const client = await server.signIn("ming@teahouse.test", "green tea in spring");
    expect((await client.query("me.get")).data).toMatchObject({
      role: "editor",
      workspace: { name: "teahouse" },
    });
  });

  test("an invitation of wrong shape, revoked, expired or replaced opens nothing (T-08)", async () => {
    const name = "Li";
    const password = "green tea in spring";
    for (const token of [null, "", [], {}, 0, undefined, "y".repeat(43)]) {
      expect([400, 404]).toContain((await accept({ token, name, password })).status);
    }
    const replaced = await invite("li@teahouse.test");
    const token = await invite("li@teahouse.test");
    expect((await accept({ token: replaced, name, password })).status).toBe(404);
    await server.database.sql`update invitation set expires_at = now() where email = 'li@teahouse.test'`;
    expect((await accept({ token, name, password })).status).toBe(404);
    expect((await server.as("").query("invitation.peek", { token })).status).toBe(404);
  });

  test("a link to an address with an account asks for that account's password", async () => {
    const other = await seedWorkspace({
      sql: server.database.sql,
      name: "bakery",
      hash: (await server.auth.$context).password.hash,
    });
    const token = await invite(other.members.agent.email);
    expect((await accept({ token, name: "x", password: "someone else's" })).status).toBe(403);
    expect((await accept({ token, name: "x", password: PASSWORD })).status).toBe(200);
    const client = await server.signIn(other.members.agent.email, PASSWORD);
    const { data } = await client.query("me.get");
    expect(data).toMatchObject({ workspaces: [{ role: "agent" }, { role: "editor", name: "teahouse" }] });
  });

  test.each([
    ["a new role", "member.changeRole", { role: "analyst" }],
    ["being disabled", "member.setDisabled", { isDisabled: true }],
    ["being removed", "member.remove", {}],
  ])("%s ends the member's sessions at once", async (_, path, extra) => {
    const token = await invite("temp@teahouse.test", "reviewer");
    await accept({ token, name: "Temp", password: "green tea in spring" });
    const client = await server.signIn("temp@teahouse.test", "green tea in spring");
    const { data } = await client.query("me.get");
    // as: the procedure's answer.
    const { id } = data as { readonly id: string };
    expect((await boss.mutate(path, { userId: id, ...extra })).status).toBe(200);
    expect((await client.query("me.get")).status).toBe(401);
    await server.database.sql`delete from auth_user where id = ${id}`;
  });

  test("the last owner can neither leave nor be taken away, also when two leave at once", async () => {
    expect((await boss.mutate("member.leave")).facts).toEqual({ reason: "last_owner" });
    const { sql } = server.database;
    await sql`update member set role = 'owner' where user_id = ${shop.members.admin.userId}`;
    const second = await server.signIn(shop.members.admin.email, PASSWORD);
    const answers = await Promise.all([boss.mutate("member.leave"), second.mutate("member.leave")]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(
      await sql`select from member where workspace_id = ${shop.workspaceId} and role = 'owner'`,
    ).toHaveLength(1);
  });

  test("an admin neither makes nor touches an owner", async () => {
    const { sql } = server.database;
    const bakery = await sql<{ id: string }[]>`select id from workspace where name = 'bakery'`;
    const workspaceId = bakery[0]?.id ?? "";
    const [boss2] = await sql<{ id: string }[]>`
      select user_id as id from member where workspace_id = ${workspaceId} and role = 'owner'`;
    const admin = await server.signIn("admin@bakery.test", PASSWORD);
    const own = await sql<{ id: string }[]>`select id from auth_user where email = 'analyst@bakery.test'`;
    expect((await admin.mutate("member.changeRole", { userId: own[0]?.id, role: "owner" })).code).toBe(
      "forbidden",
    );
    expect((await admin.mutate("member.remove", { userId: boss2?.id })).code).toBe("forbidden");
    expect((await admin.mutate("invitation.create", { email: "x@y.test", role: "owner" })).code).toBe(
      "forbidden",
    );
  });
});
