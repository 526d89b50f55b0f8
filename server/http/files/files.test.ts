import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type HttpHost,
  noLimits,
  openHttpHost,
  post,
  startTalk,
  type Talk,
} from "#e2e/support/open-http-host.ts";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import { pageSchema, problemSchema, uploadedSchema } from "../schemas/answers.ts";
import { toDisposition, toFileName } from "./to-file-name.ts";

let host: HttpHost;
let talk: Talk;

beforeAll(async () => {
  host = await openHttpHost();
  talk = await startTalk(host);
});
afterAll(() => host.close());

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

type Upload = {
  readonly data: Buffer;
  readonly name: string;
  readonly type?: string;
  readonly field?: string;
};

function upload({ data, name, type = "", field = "file" }: Upload, of: Talk = talk): Promise<Response> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(data)], { type }), name);
  return fetch(`${host.url}/v1/files?conversation=${of.conversationId}`, {
    method: "POST",
    headers: { authorization: `Bearer ${of.token}` },
    body: form,
  });
}

const stored = async (file: Upload) => uploadedSchema.parse(await (await upload(file)).json());

async function refusalOf(response: Response) {
  const { code, fields = [] } = problemSchema.parse(await response.json());
  return `${response.status} ${code} ${fields.map(({ field, reason }) => `${field}: ${reason}`).join(", ")}`.trim();
}

/** A zip archive of stored entries, enough to look like an Office document or a bomb. */
function zip(entries: Readonly<Record<string, Buffer>>): Buffer {
  const parts: Buffer[] = [];
  for (const [name, data] of Object.entries(entries)) {
    const packed = deflateRawSync(data);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(data.length, 22);
    header.writeUInt16LE(name.length, 26);
    parts.push(header, Buffer.from(name), packed);
  }
  return Buffer.concat(parts);
}

describe("an upload", () => {
  test("is kept under a name and type that its content deserves, whatever the client calls it", async () => {
    const file = await stored({ data: PNG, name: "../../etc/发票 <1>.html", type: "text/html" });
    expect(file).toMatchObject({ name: "发票 1.html.png", mediaType: "image/png", size: PNG.length });
    const pdf = Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF");
    expect(await stored({ data: pdf, name: "a.pdf" })).toMatchObject({
      mediaType: "application/pdf",
      name: "a.pdf",
    });
    const text = Buffer.from("订单号：12345\n谢谢");
    expect(await stored({ data: text, name: "说明.txt" })).toMatchObject({
      mediaType: "text/plain; charset=utf-8",
    });
    const types = `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" PartName="/word/document.xml"/></Types>`;
    const docx = zip({ "[Content_Types].xml": Buffer.from(types), "word/document.xml": Buffer.from("<w/>") });
    expect((await stored({ data: docx, name: "合同.docx" })).name).toBe("合同.docx");
  });

  test("of something that could run or that nobody knows is refused", async () => {
    const bad: readonly (readonly [string, string | Buffer])[] = [
      ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ["a.svg", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
      ["a.html", "<!doctype html><script>alert(1)</script>"],
      ["a.txt", "hello <script>alert(1)</script>"],
      ["a.png", "<html><body>"],
      ["a.exe", Buffer.from("4d5a90000300000004000000ffff0000", "hex")],
      ["a.sh", Buffer.from("7f454c4602010100", "hex")],
      ["a.zip", zip({ "a.txt": Buffer.from("x") })],
      ["bomb.docx", zip({ "a.bin": Buffer.alloc(5_000_000) })],
      ["a.bin", Buffer.from([0, 1, 2, 3, 0, 0, 255])],
      ["a.txt", Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ];
    for (const [name, data] of bad)
      expect(await refusalOf(await upload({ data: Buffer.from(data), name, type: "image/png" }))).toBe(
        "400 invalid_request file: file_type",
      );
    expect(await refusalOf(await upload({ data: Buffer.alloc(0), name: "a.txt" }))).toBe(
      "400 invalid_request file: empty",
    );
  });

  test("of more than 10 MB is refused, one of 10 MB comes back byte for byte", async () => {
    const big = Buffer.alloc(10 * 1024 * 1024, "jieda ");
    PNG.copy(big);
    const file = await stored({ data: big, name: "big.png" });
    const back = Buffer.from(await (await fetch(`${host.url}${file.url}`)).arrayBuffer());
    expect(back.equals(big)).toBe(true);
    const bigger = Buffer.concat([big, Buffer.from("!")]);
    expect(await refusalOf(await upload({ data: bigger, name: "big.png" }))).toBe(
      "413 payload_too_large file: too_long",
    );
  });

  test("needs the conversation's token, one part called `file`, and a form", async () => {
    const other = await startTalk(host);
    const file = { data: PNG, name: "a.png" };
    expect((await upload(file, { ...talk, token: other.token })).status).toBe(404);
    expect(await refusalOf(await upload({ ...file, field: "path" }))).toBe(
      "400 invalid_request path: unknown",
    );
    const json = await fetch(`${host.url}/v1/files?conversation=${talk.conversationId}`, {
      method: "POST",
      headers: { authorization: `Bearer ${talk.token}`, "content-type": "application/json" },
      body: JSON.stringify({ file: { filepath: "/etc/passwd" } }),
    });
    expect(json.status).toBe(415);
    expect((await fetch(`${host.url}/v1/files`, { method: "POST" })).status).toBe(400);
  });

  test("is refused where the bot takes no files", async () => {
    const bot = await seedBot(host.db.sql, testBundle, { fileUpload: false });
    const closed = await startTalk({ url: host.url, bot });
    expect(await refusalOf(await upload({ data: PNG, name: "a.png" }, closed))).toBe("403 forbidden");
  });

  test("comes ten times a minute at most", async () => {
    const limited = await openHttpHost({
      db: host.db,
      limits: { ...noLimits, filesPerConversation: { name: "file", max: 1, perSeconds: 60 } },
    });
    const form = () => {
      const data = new FormData();
      data.append("file", new Blob([new Uint8Array(PNG)]), "a.png");
      return data;
    };
    const send = () =>
      fetch(`${limited.url}/v1/files?conversation=${talk.conversationId}`, {
        method: "POST",
        headers: { authorization: `Bearer ${talk.token}` },
        body: form(),
      });
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(429);
    await limited.close();
  });
});

describe("a stored file", () => {
  test("is served where nothing of it can run: sandboxed, unguessed, downloaded unless it is a picture", async () => {
    const picture = await fetch(`${host.url}${(await stored({ data: PNG, name: "图.png" })).url}`, {
      headers: { cookie: "session=x" },
    });
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(picture.headers.get("content-disposition")).toBe(
      "inline; filename=\"_.png\"; filename*=UTF-8''%E5%9B%BE.png",
    );
    const note = await fetch(`${host.url}${(await stored({ data: Buffer.from("hi"), name: "a.txt" })).url}`);
    expect(note.headers.get("content-disposition")).toMatch(/^attachment;/);
    for (const response of [picture, note]) {
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect(response.headers.get("set-cookie")).toBeNull();
    }
    const again = await fetch(picture.url, {
      headers: { "if-none-match": picture.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  test("opens to nobody without its secret", async () => {
    const file = await stored({ data: PNG, name: "a.png" });
    const [, , id, secret = ""] = file.url.split("/");
    const wrong = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    for (const path of [
      `/files/${id}/${wrong}/a.png`,
      `/files/${id}/x/a.png`,
      `/files/${crypto.randomUUID()}/${secret}/a.png`,
      `/files/1/${secret}/a.png`,
    ])
      expect((await fetch(`${host.url}${path}`)).status).toBe(404);
  });

  test("goes into a message by its id alone, and only into its own conversation", async () => {
    const file = await stored({ data: PNG, name: "坏的.png" });
    const other = await startTalk(host);
    const send = (of: Talk, attachments: unknown) =>
      post(host, of, { to: "messages", body: { id: crypto.randomUUID(), attachments } });
    expect(await refusalOf(await send(other, [{ fileId: file.fileId }]))).toBe(
      "400 invalid_request attachments: file_unknown",
    );
    expect(await refusalOf(await send(talk, [{ fileId: file.fileId, url: "https://evil.example" }]))).toBe(
      "400 invalid_request attachments.0.url: unknown",
    );
    expect((await send(talk, [{ fileId: file.fileId }])).status).toBe(200);
    const page = pageSchema.parse(
      await (
        await fetch(`${host.url}/v1/conversations/${talk.conversationId}/messages`, {
          headers: { authorization: `Bearer ${talk.token}` },
        })
      ).json(),
    );
    expect(page.messages.flatMap(({ parts }) => parts)).toContainEqual({
      type: "image",
      url: file.url,
      alt: "坏的.png",
    });
  });
});

describe("names", () => {
  test("lose paths, controls and marks that turn the text around", () => {
    expect(toFileName("C:\\tmp\\a.PNG", "png")).toBe("a.png");
    expect(toFileName("photo\u202Egnp.exe", "png")).toBe("photognp.exe.png");
    expect(toFileName("a\r\nSet-Cookie: x.txt", "txt")).toBe("aSet-Cookie x.txt");
    expect(toFileName("...", "pdf")).toBe("file.pdf");
    expect(toFileName(undefined, "pdf")).toBe("file.pdf");
    expect([...toFileName(`${"😀".repeat(300)}.png`, "png")]).toHaveLength(104);
  });

  test("cannot break out of the header that carries them", () => {
    expect(toDisposition("inline", `a";x=".png`)).toBe(
      `inline; filename="a_;x=_.png"; filename*=UTF-8''a%22%3Bx%3D%22.png`,
    );
    expect(toDisposition("inline", "it's (1).png")).toContain("filename*=UTF-8''it%27s%20%281%29.png");
  });
});
