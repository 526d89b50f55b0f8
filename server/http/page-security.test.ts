import Fastify from "fastify";
import type { NextConfig } from "next";
import { expect, test } from "vitest";
import { isServerPath, securePages } from "./page-security.ts";

/** Pages come from a hook, as Next's do. */
function openPages(isDev: boolean) {
  const app = Fastify();
  securePages(app, { bots: { findByKey: async () => null }, isDev });
  app.addHook("onRequest", async (request, reply) => {
    if (!isServerPath(request.url)) return reply.send("a page");
  });
  return app;
}

test("pages are only read: nothing that is posted reaches what makes them", async () => {
  const app = openPages(false);
  for (const method of ["GET", "HEAD"] as const)
    expect((await app.inject({ method, url: "/bots" })).statusCode).toBe(200);
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
    const answer = await app.inject({
      method,
      url: "/bots",
      headers: { "next-action": "0".repeat(42) },
      payload: "[]",
    });
    expect([method, answer.body.includes("a page")]).toEqual([method, false]);
  }
});

test("while one works on the pages, their own tools may post", async () => {
  expect((await openPages(true).inject({ method: "POST", url: "/__nextjs_x" })).body).toBe("a page");
});

test("no page resizes pictures: that door would unpack what strangers uploaded", async () => {
  const file = new URL("../../next.config.mjs", import.meta.url).href;
  const { default: config }: { readonly default: NextConfig } = await import(file);
  expect(config.images?.unoptimized).toBe(true);
});
