import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HttpHost, openHttpHost, startTalk } from "#e2e/support/open-http-host.ts";
import { buildOpenApi } from "./build-openapi.ts";
import { problemSchema } from "./schemas/answers.ts";

let host: HttpHost;
let folder: string;
const SCRIPT = `/* ${"widget ".repeat(200)} */`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jieda-widget-"));
  await writeFile(join(folder, "widget.js"), SCRIPT);
  host = await openHttpHost({
    widgetFile: join(folder, "widget.js"),
    env: {
      PUBLIC_URL: "https://help.example",
      TRUST_PROXY: 0,
      NODE_ENV: "test",
      METRICS_TOKEN: "metrics-token-of-this-test",
    },
  });
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

/** Every route as `GET /path`, read from the router's own printed tree. */
function listRoutes(app: FastifyInstance): readonly string[] {
  const parents: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", part, methods = ""] =
        /^((?:│ {3}| {4})*)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
      if (part === undefined) return [];
      const depth = indent.length / 4;
      parents[depth] = (depth === 0 ? "" : (parents[depth - 1] ?? "")) + part;
      return methods === "" ? [] : methods.split(", ").map((method) => `${method} ${parents[depth]}`);
    });
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${host.url}${path}`, { headers });

describe("paths", () => {
  test("that no route has get a problem, whatever the method", async () => {
    for (const path of [
      "/v1",
      "/v1/nothing",
      "/hooks/x",
      "/auth/x",
      "/trpc/x",
      "/files/x",
      "/v1/%zz",
      "/v1/bots/a/../../x",
    ])
      for (const method of ["GET", "POST", "DELETE"]) {
        const response = await fetch(`${host.url}${path}`, { method });
        expect(response.status).toBe(404);
        expect(problemSchema.parse(await response.json()).code).toBe("not_found");
        expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      }
  });

  test("answer alike with and without headers that pretend to be somebody", async () => {
    const talk = await startTalk(host);
    const magic = {
      "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
      "x-request-from": "internal",
      "x-forwarded-host": "localhost",
      "x-original-url": "/metrics",
      "x-rewrite-url": "/metrics",
      "x-http-method-override": "GET",
      "next-action": "x",
      rsc: "1",
    };
    for (const [name, value] of Object.entries(magic)) {
      const path = `/v1/conversations/${talk.conversationId}/messages`;
      expect((await get(path, { [name]: value })).status).toBe(401);
      expect((await get(path, { [name]: value, authorization: `Bearer ${"A".repeat(43)}` })).status).toBe(
        404,
      );
    }
  });

  test("of the public API are all in the OpenAPI document, and nothing else is", async () => {
    const document = await (await get("/v1/openapi.json")).json();
    expect(document).toEqual(JSON.parse(JSON.stringify(buildOpenApi("https://help.example"))));
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations as object).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    const served = listRoutes(host.app).filter((route) => /^(GET|POST|PUT|PATCH|DELETE) \/v1/.test(route));
    expect(served.length).toBeGreaterThan(8);
    expect(documented.sort()).toEqual(served.sort());
  });

  test("of the OpenAPI document all lead somewhere", async () => {
    const source = JSON.stringify(buildOpenApi("https://help.example"));
    const document = JSON.parse(source);
    for (const [, name] of source.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty(String(name));
    expect(source).not.toContain("$defs");
    expect(document.openapi).toBe("3.1.0");
  });
});

describe("the operator's paths", () => {
  test("say that the process lives and that it can serve", async () => {
    expect(await (await get("/healthz")).json()).toEqual({ status: "ok" });
    expect((await get("/readyz")).status).toBe(200);
  });

  test("say not ready while a migration is missing", async () => {
    const own = await openHttpHost();
    await own.db
      .sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
    expect((await fetch(`${own.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
    await own.close();
  });

  test("give metrics to this machine and to the token, and nothing to those who come through a proxy", async () => {
    await startTalk(host);
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toMatch(
      /jieda_http_request_duration_seconds_count\{.*route="\/v1\/bots\/:botKey\/conversations".*\} \d+/,
    );
    expect(metrics).toContain("jieda_nodejs_eventloop_lag_p99_seconds");
    expect(metrics).toContain("jieda_open_streams 0");
    expect(metrics).toContain("jieda_turn_duration_seconds_count");
    const proxied = { "x-forwarded-for": "203.0.113.1" };
    expect((await get("/metrics", proxied)).status).toBe(404);
    expect((await get("/metrics", { ...proxied, authorization: "Bearer wrong" })).status).toBe(404);
    expect(
      (await get("/metrics", { ...proxied, authorization: "Bearer metrics-token-of-this-test" })).status,
    ).toBe(200);
  });
});

describe("the widget's script", () => {
  test("is served to every page, compressed, and asked for again cheaply", async () => {
    const first = await get("/widget.js", { origin: "https://shop.example" });
    expect(await first.text()).toBe(SCRIPT);
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("content-type")).toContain("javascript");
    expect(first.headers.get("cache-control")).toContain("max-age=300");
    const etag = first.headers.get("etag") ?? "";
    expect((await get("/widget.js", { "if-none-match": etag })).status).toBe(304);
    expect((await get(`/widget.js?v=${etag.replaceAll('"', "")}`)).headers.get("cache-control")).toContain(
      "immutable",
    );
    const zipped = await host.app.inject({ url: "/widget.js", headers: { "accept-encoding": "gzip" } });
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(SCRIPT);
  });

  test("is served anew as soon as it was built anew", async () => {
    await writeFile(join(folder, "widget.js"), "/* second */");
    expect(await (await get("/widget.js")).text()).toBe("/* second */");
  });
});

test("a server that closes lets the running request finish and waits for no idle connection", async () => {
  const own = await openHttpHost();
  const talk = await startTalk(own);
  const port = Number(new URL(own.url).port);
  const silent = connect(port, "127.0.0.1").on("error", () => {});
  await new Promise((resolve) => silent.once("connect", resolve));
  const socket = connect(port, "127.0.0.1");
  const body = JSON.stringify({ id: "m-1", text: "hi" });
  socket.write(
    [
      `POST /v1/conversations/${talk.conversationId}/messages HTTP/1.1`,
      "Host: x",
      "Content-Type: application/json",
      `Authorization: Bearer ${talk.token}`,
      `Content-Length: ${body.length}`,
      "",
      body.slice(0, 5),
    ].join("\r\n"),
  );
  await new Promise((resolve) => own.app.server.once("request", resolve));
  const startedAt = performance.now();
  const closing = own.close();
  socket.write(body.slice(5));
  expect(await text(socket)).toMatch(/^HTTP\/1.1 200 .*1: hi/s);
  await closing;
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});
