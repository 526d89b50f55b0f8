import { describe, expect, test } from "vitest";
import { type HttpHost, noLimits, openHttpHost, post, startTalk } from "#e2e/support/open-http-host.ts";

describe("limits", () => {
  test("stop the 21st message of a minute, name the wait, and leave other conversations alone", async () => {
    const limits = { ...noLimits, messagesPerConversation: { name: "message", max: 20, perSeconds: 60 } };
    const limited = await openHttpHost({ limits });
    const talk = await startTalk(limited);
    const send = (i: number) => post(limited, talk, { to: "messages", body: { id: `m-${i}`, text: "hi" } });
    const statuses = await Promise.all(Array.from({ length: 21 }, async (_, i) => (await send(i)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    const refused = await send(99);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    const other = await startTalk(limited);
    expect((await post(limited, other, { to: "messages", body: { id: "m-1", text: "hi" } })).status).toBe(
      200,
    );
    await limited.close();
  });

  test("count callers behind a trusted proxy by their own address, and believe nobody else's header", async () => {
    const limits = { ...noLimits, startsPerAddress: { name: "start", max: 1, perSeconds: 60 } };
    const env = { PUBLIC_URL: "https://help.example", TRUST_PROXY: 1, NODE_ENV: "test" as const };
    const behind = await openHttpHost({ limits, env });
    const direct = await openHttpHost({ limits });
    const from = async (of: HttpHost, address: string) =>
      (
        await fetch(`${of.url}/v1/bots/${of.bot.key}/conversations`, {
          method: "POST",
          headers: { "x-forwarded-for": address },
        })
      ).status;
    expect(await from(behind, "203.0.113.1")).toBe(201);
    expect(await from(behind, "203.0.113.2")).toBe(201);
    // The proxy appends: what stands before its own entry was written by the caller.
    expect(await from(behind, "198.51.100.7, 203.0.113.1")).toBe(429);
    expect(await from(behind, "2001:db8::1")).toBe(201);
    expect(await from(behind, "2001:db8::2")).toBe(429);
    expect(await from(direct, "203.0.113.1")).toBe(201);
    expect(await from(direct, "203.0.113.2")).toBe(429);
    await Promise.all([behind.close(), direct.close()]);
  });
});
