import http from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAddressGuard } from "./address-guard.ts";
import { createOutboundClient } from "./create-outbound-client.ts";

let server: http.Server;
let origin: string;
let reached: string[] = [];

beforeAll(async () => {
  server = http.createServer((request, response) => {
    reached.push(request.url ?? "");
    const answers: Record<string, () => void> = {
      "/page": () => response.setHeader("content-type", "text/html").end("你好"),
      "/gzip": () => response.setHeader("content-encoding", "gzip").end(gzipSync("你好")),
      "/br": () => response.setHeader("content-encoding", "br").end(brotliCompressSync("你好")),
      "/bomb": () => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000))),
      "/long": () => response.end(Buffer.alloc(5_000)),
      "/hop": () => response.writeHead(302, { location: "/page" }).end(),
      "/loop": () => response.writeHead(302, { location: "/loop" }).end(),
      "/inside": () => response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
      "/file": () => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "/slow": () => void response.write("…"),
      "/gone": () => response.writeHead(410).end("gone"),
      "/echo": () => response.end(JSON.stringify(request.headers)),
      "/said": () =>
        void request.toArray().then((pieces) => response.end(`${request.method} ${Buffer.concat(pieces)}`)),
    };
    answers[request.url ?? ""]?.();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has such an address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const near = createOutboundClient({ allowCidr: ["127.0.0.0/8"] });
const far = createOutboundClient({ allowCidr: [] });
const get = (client: typeof near, url: string) => client.get({ url, bytesMax: 1_000, timeoutMs: 2_000 });
const failureOf = (client: typeof near, url: string) =>
  get(client, url).then(
    ({ status }) => status,
    (error: { failure: string }) => error.failure,
  );

describe("answers", () => {
  test.each(["/page", "/gzip", "/br", "/hop"])("%s", async (path) => {
    const answer = await get(near, origin + path);
    expect(answer.body.toString()).toBe("你好");
  });

  test("say their status and where they came from", async () => {
    expect(await get(near, `${origin}/gone`)).toMatchObject({ status: 410, url: `${origin}/gone` });
    expect((await get(near, `${origin}/hop`)).url).toBe(`${origin}/page`);
  });

  test("are refused when they are too large, also once they are unpacked, too slow, or lead round in circles", async () => {
    expect(await failureOf(near, `${origin}/long`)).toBe("too_large");
    expect(await failureOf(near, `${origin}/bomb`)).toBe("too_large");
    expect(await failureOf(near, `${origin}/loop`)).toBe("too_many_redirects");
    const slow = near.get({ url: `${origin}/slow`, bytesMax: 1_000, timeoutMs: 100 });
    await expect(slow).rejects.toMatchObject({ failure: "timeout" });
  });

  test("to who gives up are the reason for it", async () => {
    const signal = AbortSignal.abort(new Error("not wanted"));
    await expect(near.get({ url: `${origin}/page`, bytesMax: 9, timeoutMs: 99, signal })).rejects.toThrow(
      "not wanted",
    );
  });
});

describe("what is posted", () => {
  const post = (client: typeof near, url: string) =>
    client.post({ url, body: '"你好"', contentType: "application/json", bytesMax: 1_000, timeoutMs: 2_000 });

  test("arrives, and its answer comes back whatever its status", async () => {
    expect((await post(near, `${origin}/said`)).body.toString()).toBe('POST "你好"');
    expect(await post(near, `${origin}/gone`)).toMatchObject({ status: 410 });
  });

  test("is never carried elsewhere: an answer that leads on is the answer", async () => {
    reached = [];
    expect(await post(near, `${origin}/hop`)).toMatchObject({ status: 302, url: `${origin}/hop` });
    expect(reached).toEqual(["/hop"]);
  });

  test("has the limits of every request", async () => {
    await expect(post(near, `${origin}/bomb`)).rejects.toMatchObject({ failure: "too_large" });
    await expect(post(far, "http://169.254.169.254/v1")).rejects.toMatchObject({
      failure: "address_refused",
    });
    await expect(post(far, "http://user:pass@example.com/")).rejects.toMatchObject({ failure: "bad_url" });
    await expect(post(near, "http://127.0.0.1:1/v1")).rejects.toMatchObject({ failure: "unreachable" });
    const slow = near.post({
      ...{ url: `${origin}/slow`, body: "", contentType: "text/plain", bytesMax: 9, timeoutMs: 100 },
    });
    await expect(slow).rejects.toMatchObject({ failure: "timeout" });
  });
});

describe("what leads inside is refused", () => {
  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://１２７.0.0.1/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.100.100.200/",
    "http://100.64.0.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:7f00:1::]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[::127.0.0.1]/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://printer/",
    "http://wiki.internal/",
    "http://nas.local/",
    "https://8.8.8.8:8443/",
    "http://8.8.8.8:22/",
  ])("%s", async (url) => {
    expect(await failureOf(far, url)).toBe("address_refused");
  });

  test.each([
    "ftp://example.com/",
    "file:///etc/passwd",
    "http://user:pass@example.com/",
    "javascript:alert(1)",
    "",
    "example.com",
  ])("%s is no address of a page", async (url) => {
    expect(await failureOf(far, url)).toBe("bad_url");
  });

  test("a redirect to the inside, or to a file", async () => {
    expect(await failureOf(near, `${origin}/inside`)).toBe("address_refused");
    expect(await failureOf(near, `${origin}/file`)).toBe("bad_url");
  });

  test("a public name with a private address, without a connection to it", async () => {
    reached = [];
    const { port } = new URL(origin);
    const client = createOutboundClient({
      allowCidr: [],
      resolve: (_, __, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    expect(await failureOf(client, `http://rebound.example.com:${port}/page`)).toBe("address_refused");
    expect(reached).toEqual([]);
  });

  test("a name of which only one address is private", async () => {
    const client = createOutboundClient({
      allowCidr: [],
      resolve: (_, __, done) =>
        done(null, [
          { address: "93.184.216.34", family: 4 },
          { address: "::1", family: 6 },
        ]),
    });
    expect(await failureOf(client, "http://half.example.com/")).toBe("address_refused");
  });
});

test("a name that does not exist cannot be reached", async () => {
  const client = createOutboundClient({
    allowCidr: [],
    resolve: (_, __, done) => done(Object.assign(new Error("no"), { code: "ENOTFOUND" }), []),
  });
  expect(await failureOf(client, "http://nowhere.example.com/")).toBe("unreachable");
});

test("ranges that the operator names are let through, whatever their ports and names, and nothing beside them", () => {
  const guard = createAddressGuard(["10.0.0.0/8", "fd00::/8"]);
  expect(guard.allowsAddress("10.9.8.7", 8_080)).toBe(true);
  expect(guard.allowsAddress("fd00::9", 8_080)).toBe(true);
  expect(guard.allowsAddress("::ffff:10.9.8.7", 8_080)).toBe(true);
  expect(guard.allowsName("wiki")).toBe(true);
  expect(guard.allowsAddress("192.168.0.1", 80)).toBe(false);
  expect(guard.allowsAddress("8.8.8.8", 443)).toBe(true);
});

test("cookies and passwords of the machine are not sent along", async () => {
  const { body } = await get(near, `${origin}/echo`);
  const sent: unknown = JSON.parse(body.toString());
  expect(Object.keys(sent ?? {}).sort()).toEqual(["accept-encoding", "connection", "host", "user-agent"]);
});
