import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { log } from "../../../log.ts";
import { createOutboundClient } from "../../../net/create-outbound-client.ts";
import { addPage, addUpload } from "../add-document.ts";
import {
  cancelDocument,
  deleteDocument,
  editPassage,
  retryDocument,
  updateDocument,
} from "../change-document.ts";
import { getDocument, listPassages } from "../get-document.ts";
import { hashBytes } from "./document-pieces.ts";
import { findOpenDocuments } from "./find-open-documents.ts";
import { performIngestion } from "./perform-ingestion.ts";

let db: TestDatabase;
let site: http.Server;
let origin: string;
/** What the site answers, by path. */
let pages: { [path: string]: { body: string; etag?: string; status?: number } } = {};
let asked: string[] = [];
let workspaceId: string;
let baseId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  site = http.createServer((request, response) => {
    asked.push(request.url ?? "");
    const page = pages[request.url ?? ""];
    if (page?.etag !== undefined && request.headers["if-none-match"] === page.etag)
      return response.writeHead(304).end();
    const headers = {
      "content-type": "text/html; charset=utf-8",
      ...(page?.etag ? { etag: page.etag } : {}),
    };
    return response.writeHead(page?.status ?? (page ? 200 : 404), headers).end(page?.body);
  });
  await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has such an address.
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site.close();
  await db.drop();
});
beforeEach(async () => {
  pages = {};
  asked = [];
  const [workspace] = await db.sql<{ id: string }[]>`insert into workspace (name) values ('店') returning id`;
  workspaceId = workspace?.id ?? "";
  const [base] = await db.sql<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name) values (${workspaceId}, '售后') returning id`;
  baseId = base?.id ?? "";
});

const actor = { id: "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a", name: "小林" };
const never = new AbortController().signal;
const near = createOutboundClient({ allowCidr: ["127.0.0.0/8"] });
const perform = (
  documentId: string,
  options: { outbound?: typeof near; stop?: AbortSignal; tell?(baseId: string): void } = {},
) => performIngestion({ sql: db.sql, log, outbound: near, stop: never, ...options }, documentId);

async function upload(name: string, content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content);
  const sha256 = await hashBytes(bytes);
  const { documentId } = await db.sql.begin((tx) =>
    addUpload(tx, { workspaceId, baseId, actor, name, bytes, sha256 }),
  );
  return documentId;
}

async function watch(path: string): Promise<string> {
  const url = origin + path;
  const { documentId } = await db.sql.begin((tx) =>
    addPage(tx, { workspaceId, baseId, actor, name: path, url, resyncHours: 24 }),
  );
  return documentId;
}

const read = (documentId: string) =>
  db.sql.begin(async (tx) => {
    const document = await getDocument(tx, { workspaceId, documentId });
    const { passages } = await listPassages(tx, { documentId, from: 0, around: null, search: "" });
    return { ...document, texts: passages.map(({ text }) => text), shown: passages };
  });
const revOf = async () =>
  (await db.sql`select passages_rev from knowledge_base where id = ${baseId}`)[0]?.passages_rev;
const inTx = <T>(work: (tx: Parameters<Parameters<typeof db.sql.begin>[1]>[0]) => Promise<T>) =>
  db.sql.begin(work);

test("open pages hear when a reading begins and when it has ended, as it is stored then", async () => {
  const documentId = await upload("规则.md", "七天内可退。");
  const heard: Promise<string>[] = [];
  const tell = (id: string): void => {
    expect(id).toBe(baseId);
    heard.push(read(documentId).then(({ state }) => state));
  };
  await perform(documentId, { tell });
  const states = await Promise.all(heard);
  expect(states.length).toBeGreaterThan(1);
  expect(states.at(-1)).toBe("ready");
});

describe("an upload", () => {
  test("is read, its passages are stored, and whoever holds an index hears of it", async () => {
    const documentId = await upload("规则.md", "# 退货\n\n七天内可退。\n\n# 配送\n\n满 99 元包邮。");
    expect(await read(documentId)).toMatchObject({ state: "queued", isServed: false });
    await perform(documentId);
    expect(await read(documentId)).toMatchObject({
      ...{
        state: "ready",
        progress: 100,
        isServed: true,
        passages: 2,
        mediaType: "text/markdown",
        language: "zh-CN",
      },
      texts: ["七天内可退。", "满 99 元包邮。"],
    });
    expect(await revOf()).toBeGreaterThan(0);
  }, 30_000);

  test("that cannot be read says why, and leaves nothing behind", async () => {
    const documentId = await upload("假的.pdf", "no PDF at all");
    await perform(documentId);
    expect(await read(documentId)).toMatchObject({
      ...{
        state: "failed",
        errorCode: "disguised",
        errorFacts: { named: "pdf", found: "text" },
        isServed: false,
      },
      texts: [],
    });
    await inTx((tx) => retryDocument(tx, { workspaceId, documentId }));
    expect(await read(documentId)).toMatchObject({ state: "queued", errorCode: null });
  }, 30_000);

  test("of bytes that the base has, or of a kind that nobody reads, is refused", async () => {
    await upload("a.txt", "七天内可退。");
    await expect(upload("b.txt", "七天内可退。")).rejects.toMatchObject({
      code: "conflict",
      facts: { name: "a.txt" },
    });
    await expect(upload("a.exe", "MZ")).rejects.toMatchObject({ code: "unsupported_media_type" });
  });

  test("is read by one worker only, and after three that died by none", async () => {
    const documentId = await upload("a.txt", "七天内可退。");
    await db.sql`update document set state = 'parsing', lease_until = now() + interval '1 minute' where id = ${documentId}`;
    await perform(documentId);
    expect(await read(documentId)).toMatchObject({ state: "parsing" });
    await db.sql`update document set lease_until = now() - interval '1 s', attempts = 3 where id = ${documentId}`;
    expect(await findOpenDocuments(db.sql)).toContain(documentId);
    await perform(documentId);
    expect(await read(documentId)).toMatchObject({ state: "failed", errorCode: "reader_crashed" });
  });

  test("is given back by a worker that stops, and left alone by one whose work was cancelled", async () => {
    const documentId = await upload("a.txt", "七天内可退。");
    await perform(documentId, { stop: AbortSignal.abort() });
    expect(await read(documentId)).toMatchObject({ state: "queued", progress: 0 });
    await inTx((tx) => cancelDocument(tx, { workspaceId, documentId }));
    await perform(documentId);
    expect(await read(documentId)).toMatchObject({ state: "cancelled", texts: [] });
  });

  test("that was deleted while it was read is not brought back by its results", async () => {
    const documentId = await upload("a.txt", "七天内可退。");
    const reading = perform(documentId);
    await inTx((tx) => deleteDocument(tx, { workspaceId, documentId, actor }));
    await reading;
    const [{ count } = { count: -1 }] = await db.sql<{ count: number }[]>`
      select count(*)::int from passage where document_id = ${documentId}`;
    expect(count).toBe(0);
  }, 30_000);
});

describe("a page", () => {
  test("is fetched and read again when it is due; what has not changed changes nothing", async () => {
    pages["/help"] = { body: "<h1>退货</h1><p>七天内可退。</p>", etag: '"1"' };
    const documentId = await watch("/help");
    await perform(documentId);
    const first = await read(documentId);
    expect(first).toMatchObject({
      state: "ready",
      texts: ["七天内可退。"],
      size: Buffer.byteLength(pages["/help"].body),
    });
    const rev = await revOf();
    const lookAgain = async () => {
      await db.sql`update document set next_sync_at = now() - interval '1 s' where id = ${documentId}`;
      expect(await findOpenDocuments(db.sql)).toContain(documentId);
      await perform(documentId);
      return read(documentId);
    };
    // By its mark, then by its bytes.
    expect((await lookAgain()).updatedAt).toEqual(first.updatedAt);
    pages["/help"].etag = '"2"';
    expect((await lookAgain()).updatedAt).toEqual(first.updatedAt);
    expect(await revOf()).toBe(rev);
    pages["/help"].body = "<h1>退货</h1><p>十五天内可退。</p>";
    pages["/help"].etag = '"3"';
    const changed = await lookAgain();
    expect(changed.texts).toEqual(["十五天内可退。"]);
    expect(changed.nextSyncAt?.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    expect(await revOf()).not.toBe(rev);
  }, 30_000);

  test("is in the language of its last reading, unless somebody has said which it is, or that it is none", async () => {
    pages["/help"] = { body: "<h1>退货</h1><p>签收后七天内可以无理由退货，运费自付。</p>" };
    const documentId = await watch("/help");
    const languageAfter = async (body: string) => {
      pages["/help"] = { body };
      await inTx((tx) => retryDocument(tx, { workspaceId, documentId }));
      await perform(documentId);
      return (await read(documentId)).language;
    };
    const say = (change: { language?: string | null; name?: string }) =>
      inTx((tx) => updateDocument(tx, { workspaceId, documentId, actor, ...change }));
    expect(await languageAfter(pages["/help"].body)).toBe("zh-CN");
    // Older programs kept the first one for ever. Corrected with the same words, it is searched anew as well.
    await db.sql`update document set language = 'en' where id = ${documentId}`;
    const rev = await revOf();
    expect(await languageAfter(pages["/help"].body.replace("<p>", "<p class='new'>"))).toBe("zh-CN");
    expect(await revOf()).not.toBe(rev);
    await say({ name: "退货" });
    const english =
      "<h1>Returns</h1><p>You can return what you bought within seven days, and pay the postage.</p>";
    expect(await languageAfter(english)).toBe("en");
    await say({ language: null });
    expect(await languageAfter(english.replace("seven", "ten"))).toBeNull();
    await say({ language: "zh-CN" });
    expect(await languageAfter(english.replace("seven", "nine"))).toBe("zh-CN");
    // Chosen, though it is what was found: the next reading does not say otherwise.
    await say({ language: "automatic" });
    expect((await read(documentId)).language).toBe("en");
    await say({ language: "en" });
    expect(await languageAfter(pages["/help"].body.replace(/<p>.*/, "<p>签收后七天内可以退。</p>"))).toBe(
      "en",
    );
    await say({ language: "automatic" });
    expect((await read(documentId)).language).toBe("zh-CN");
    expect(await languageAfter(english)).toBe("en");
  }, 30_000);

  test("that fails keeps what customers are answered from, and an edit outlives a change", async () => {
    pages["/help"] = { body: "<h1>退货</h1><p>签收后七天内可以无理由退货，运费自付。</p>" };
    const documentId = await watch("/help");
    await perform(documentId);
    const [passage] = (await read(documentId)).shown;
    if (!passage) throw new Error("no passage");
    const edit = { workspaceId, passageId: passage.id, text: "签收后七天内可以无理由退货，运费由您承担。" };
    await inTx((tx) => editPassage(tx, { ...edit, knownAt: passage.updatedAt }));
    await expect(
      inTx((tx) => editPassage(tx, { ...edit, knownAt: passage.updatedAt })),
    ).rejects.toMatchObject({ code: "conflict" });

    pages["/help"] = { body: "gone", status: 500 };
    await inTx((tx) => retryDocument(tx, { workspaceId, documentId }));
    await perform(documentId);
    expect(await read(documentId)).toMatchObject({
      ...{ state: "failed", errorCode: "page_status", errorFacts: { status: 500 }, isServed: true },
      texts: [edit.text],
    });

    pages["/help"] = {
      body: "<h1>退货</h1><p>签收后十五天内可以无理由退货，运费自付。</p><p>换货同样。</p>",
    };
    await inTx((tx) => retryDocument(tx, { workspaceId, documentId }));
    await perform(documentId);
    expect((await read(documentId)).shown).toMatchObject([
      { id: passage.id, text: edit.text, isEdited: true, isOutdated: true },
    ]);
  }, 30_000);

  test("that leads inside is refused, and nothing is asked there", async () => {
    pages["/help"] = { body: "secret" };
    const documentId = await watch("/help");
    await perform(documentId, { outbound: createOutboundClient({ allowCidr: [] }) });
    expect(await read(documentId)).toMatchObject({ state: "failed", errorCode: "address_refused" });
    expect(asked).toEqual([]);
  });
});

test("a table of sixty thousand rows is stored as a whole", async () => {
  const rows = Array.from({ length: 60_000 }, (_, place) => `型号-${place},${place * 3} 元,现货供应`).join(
    "\n",
  );
  const documentId = await upload("价格.csv", `型号,价格,库存\n${rows}`);
  await perform(documentId);
  expect((await read(documentId)).passages).toBeGreaterThan(5_000);
}, 60_000);
