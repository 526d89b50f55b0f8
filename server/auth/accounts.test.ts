import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Console, createConsole, toCookie } from "../trpc/fixtures/create-console.ts";
import { createSetupLink } from "./setup-link.ts";

let server: Console;
const publicUrl = "http://console.test";

beforeAll(async () => {
  server = await createConsole();
});
afterAll(() => server.close());

const tokenOf = (link: string | null) => new URL(link ?? "about:blank").searchParams.get("token") ?? "";
/** Each test from an address of its own: the throttle counts by address, and tests must not meet in one count. */
let lastAddress = 0;
const fromNewAddress = () => ({ "x-forwarded-for": `198.51.100.${++lastAddress}` });

const owner = {
  email: "boss@shop.test",
  name: "林老板",
  password: "correct horse battery",
  workspaceName: "林记茶铺",
  locale: "zh-CN",
};

describe("the first start", () => {
  test("a link of an earlier start stops working when the next start makes its own", async () => {
    const earlier = tokenOf(await createSetupLink({ sql: server.database.sql, publicUrl }));
    const later = tokenOf(await createSetupLink({ sql: server.database.sql, publicUrl }));
    const isOpen = async (token: string) => (await server.as("").query("setup.status", { token })).data;
    expect(await isOpen(earlier)).toEqual({ isOpen: false, hasOwner: false });
    expect(await isOpen(later)).toEqual({ isOpen: true, hasOwner: false });
  });

  test("a token of any wrong shape or value opens nothing (T-08)", async () => {
    await createSetupLink({ sql: server.database.sql, publicUrl });
    for (const token of [null, "", [], {}, 0, undefined, true, "x".repeat(43), ["x".repeat(43)]]) {
      const answer = await server.post("/trpc/setup.complete", { ...owner, token }, fromNewAddress());
      expect([400, 404]).toContain(answer.status);
    }
    expect(await server.database.sql`select from member`).toHaveLength(0);
  });

  test("an expired link opens nothing (T-08)", async () => {
    const token = tokenOf(await createSetupLink({ sql: server.database.sql, publicUrl }));
    await server.database.sql`update setup_token set expires_at = now() - interval '1 second'`;
    const answer = await server.post("/trpc/setup.complete", { ...owner, token }, fromNewAddress());
    expect(answer.status).toBe(404);
  });

  test("a weak password is refused with the reason and leaves the link open", async () => {
    const token = tokenOf(await createSetupLink({ sql: server.database.sql, publicUrl }));
    const answer = await server.post(
      "/trpc/setup.complete",
      { ...owner, token, password: "password2024" },
      fromNewAddress(),
    );
    expect([answer.status, answer.facts.reason]).toEqual([400, "too_common"]);
    expect((await server.as("").query("setup.status", { token })).data).toMatchObject({ isOpen: true });
  });

  test("of 50 parallel uses of one link exactly one makes an owner, who adopts the sample workspace", async () => {
    const { sql } = server.database;
    await sql`insert into workspace (name) values ('Sample')`;
    const token = tokenOf(await createSetupLink({ sql, publicUrl }));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        server.post(
          "/trpc/setup.complete",
          { ...owner, email: `boss${index}@shop.test`, token },
          {
            "x-forwarded-for": `203.0.113.${index}`,
          },
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await sql`select from auth_user`).toHaveLength(1);
    expect(await sql`select name from workspace`).toEqual([{ name: owner.workspaceName }]);
    expect(await createSetupLink({ sql, publicUrl })).toBeNull();
    await sql`update auth_user set email = ${owner.email}`;
  });
});

describe("signing in", () => {
  test("the right password opens a session in the owner's workspace", async () => {
    const client = await server.signIn(owner.email, owner.password);
    expect((await client.query("me.get")).data).toMatchObject({
      email: owner.email,
      role: "owner",
      workspace: { name: owner.workspaceName },
    });
  });

  test("the cookie is HttpOnly and Lax, and carries __Host- and Secure on https", async () => {
    const answer = await server.post("/auth/sign-in/email", owner, fromNewAddress());
    expect(answer.status).toBe(200);
    expect(String(answer.headers["set-cookie"])).toMatch(/^jieda\.session_token=.*HttpOnly.*SameSite=Lax/i);
    const { createAuth } = await import("./create-auth.ts");
    const secure = createAuth({
      sql: server.database.sql,
      databaseUrl: server.database.url,
      publicUrl: "https://help.shop.test",
      secret: "m3F0vTq8Zr1LxYk5WbN7cHs2JpUe9DgA4oXi6RtB",
    });
    const { sessionToken } = (await secure.$context).authCookies;
    expect(sessionToken.name).toBe("__Host-jieda.session_token");
    expect(sessionToken.attributes).toMatchObject({
      secure: true,
      httpOnly: true,
      path: "/",
      sameSite: "lax",
    });
    await secure.close();
  });

  test("every sign-in gets a session of its own, also over an old cookie", async () => {
    const first = await server.signIn(owner.email, owner.password);
    const again = await server.post("/auth/sign-in/email", owner, {
      ...fromNewAddress(),
      cookie: first.cookie,
    });
    expect(toCookie(again)).not.toBe(first.cookie);
  });

  test("an unknown address and a wrong password read the same", async () => {
    const wrong = await server.post(
      "/auth/sign-in/email",
      { email: owner.email, password: "not the password" },
      fromNewAddress(),
    );
    const unknown = await server.post(
      "/auth/sign-in/email",
      { email: "nobody@shop.test", password: "not the password" },
      fromNewAddress(),
    );
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body]);
  });

  test("the eleventh wrong password of an account is 429 from any address, and so is the right one then", async () => {
    const email = "locked@shop.test";
    const statuses: number[] = [];
    for (let index = 0; index < 11; index++) {
      statuses.push(
        (await server.post("/auth/sign-in/email", { email, password: "wrong wrong" }, fromNewAddress()))
          .status,
      );
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });

  test("the eleventh wrong password from an address is 429 whatever the account, with Retry-After", async () => {
    const headers = fromNewAddress();
    for (let index = 0; index < 10; index++) {
      const answer = await server.post(
        "/auth/sign-in/email",
        { email: `a${index}@b.test`, password: "wrong wrong" },
        headers,
      );
      expect(answer.status).toBe(401);
    }
    const answer = await server.post(
      "/auth/sign-in/email",
      { email: "a11@b.test", password: "wrong wrong" },
      headers,
    );
    expect([answer.status, answer.code]).toEqual([429, "rate_limited"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("30 parallel wrong passwords get no more than 10 answers", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        server.post(
          "/auth/sign-in/email",
          { email: "flood@shop.test", password: `guess ${index} guess` },
          {
            "x-forwarded-for": `192.0.2.${index}`,
          },
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(10);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(20);
  });

  test("after sign-out the old cookie is nobody's", async () => {
    const client = await server.signIn(owner.email, owner.password);
    await server.post("/auth/sign-out", {}, { cookie: client.cookie });
    expect((await client.query("me.get")).status).toBe(401);
  });

  test("a sign-in that a foreign page sends is refused", async () => {
    for (const headers of [
      { origin: "https://evil.test" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      expect(
        (await server.post("/auth/sign-in/email", owner, { ...fromNewAddress(), ...headers })).code,
      ).toBe("origin_not_allowed");
    }
  });

  test("nobody signs up by himself, and the rest of the library is not there", async () => {
    for (const path of [
      "sign-up/email",
      "update-user",
      "delete-user",
      "list-sessions",
      "verify-password",
      "reset-password",
      "change-email",
      "ok",
      "error",
    ]) {
      const answer = await server.post(
        `/auth/${path}`,
        { ...owner, email: "new@shop.test" },
        fromNewAddress(),
      );
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe("sessions", () => {
  test("a new password ends every other session and moves this one", async () => {
    const elsewhere = await server.signIn(owner.email, owner.password);
    const here = await server.signIn(owner.email, owner.password);
    const answer = await server.post(
      "/auth/change-password",
      { currentPassword: owner.password, newPassword: "another horse battery", revokeOtherSessions: false },
      { cookie: here.cookie },
    );
    expect(answer.status).toBe(200);
    expect((await elsewhere.query("me.get")).status).toBe(401);
    expect((await here.query("me.get")).status).toBe(401);
    expect((await server.as(toCookie(answer)).query("me.get")).status).toBe(200);
  });

  test("a new password keeps the rules", async () => {
    const client = await server.signIn(owner.email, "another horse battery");
    const answer = await server.post(
      "/auth/change-password",
      { currentPassword: "another horse battery", newPassword: "1234567890" },
      { cookie: client.cookie },
    );
    expect([answer.status, answer.code]).toEqual([400, "invalid_request"]);
  });
});
