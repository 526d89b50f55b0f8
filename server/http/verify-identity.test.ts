import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HttpHost, openHttpHost, testSecretBox } from "#e2e/support/open-http-host.ts";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import { identitySecretPlace } from "../auth/secret-box.ts";
import { problemSchema } from "./schemas/answers.ts";

let host: HttpHost;

beforeAll(async () => {
  host = await openHttpHost();
});
afterAll(() => host.close());

const startWith = (key: string, body: unknown) =>
  fetch(`${host.url}/v1/bots/${key}/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code;

describe("an identity", () => {
  const SECRET = "the shop's own signing secret, 32+ characters";
  const key = new TextEncoder().encode(SECRET);
  const sign = (claims: Record<string, unknown>, expires: string | number = "1h") =>
    new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setExpirationTime(expires).sign(key);

  let signed: { readonly key: string; readonly botId: string };
  beforeAll(async () => {
    const bot = await seedBot(host.db.sql, testBundle, { identityRequired: true });
    const sealed = testSecretBox.seal(
      SECRET,
      identitySecretPlace({ workspaceId: bot.workspaceId, id: bot.botId }),
    );
    await host.db.sql`update bot set identity_secret = ${sealed} where id = ${bot.botId}`;
    signed = bot;
  });

  test("that the shop signed makes one customer on every device", async () => {
    for (let device = 0; device < 2; device++)
      expect(
        (await startWith(signed.key, { identity: await sign({ sub: "u-1", name: "王芳" }) })).status,
      ).toBe(201);
    const rows = await host.db.sql`select key, is_verified, name from contact where bot_id = ${signed.botId}`;
    expect([...rows]).toEqual([{ key: "user:u-1", is_verified: 1, name: "王芳" }]);
  });

  test("is refused when forged, expired, far in the future, without subject or in another algorithm", async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"sub":"u-1","exp":9999999999}').toString("base64url")}.`;
    const hs512 = await new SignJWT({ sub: "u-1" })
      .setProtectedHeader({ alg: "HS512" })
      .setExpirationTime("1h")
      .sign(key);
    const foreign = await new SignJWT({ sub: "u-1" })
      .setProtectedHeader({ alg: "HS256" })
      .setExpirationTime("1h")
      .sign(new TextEncoder().encode("another secret of the same length, 32+"));
    const bad = [
      none,
      hs512,
      foreign,
      "nonsense",
      await sign({ sub: "u-1" }, 1_000),
      await sign({ sub: "u-1" }, "25h"),
    ];
    bad.push(await sign({}), await sign({ sub: "" }), await sign({ sub: "a\0b" }));
    for (const identity of bad) {
      const response = await startWith(signed.key, { identity });
      expect(response.status).toBe(400);
      expect(await codeOf(response)).toBe("identity_invalid");
    }
    const unsigned = await startWith(host.bot.key, { identity: await sign({ sub: "u-1" }) });
    expect(await codeOf(unsigned)).toBe("identity_invalid");
  });

  test("is required where the bot says so", async () => {
    const response = await startWith(signed.key, { visitor: "v".repeat(20) });
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe("identity_required");
  });
});
