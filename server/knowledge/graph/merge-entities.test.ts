import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "../../log.ts";
import { createOutboundClient } from "../../net/create-outbound-client.ts";
import { createRuntime, type RuntimeHost } from "../../runtime/create-runtime.ts";
import { writePieces } from "../documents/ingest/document-pieces.ts";
import { performIngestion } from "../documents/ingest/perform-ingestion.ts";
import { ACTOR, type Answering, askOnce, BASE_ID, openAnswering } from "../fixtures/open-answering.ts";
import { decideDocument, decideFacts } from "./decide-facts.ts";
import { getMap } from "./get-map.ts";
import { getEntity, listEntities } from "./list-entities.ts";
import { mergeEntities, separateEntity } from "./merge-entities.ts";
import { readGraph } from "./read/read-graph.ts";
import { addFact, type SaidFact, updateEntity, updateFact } from "./write-graph.ts";

/** Two names of one thing, from the documents that use them to what customers are told. */

let answering: Answering;
let runtime: RuntimeHost;
let base: { readonly workspaceId: string; readonly baseId: string };

beforeAll(async () => {
  answering = await openAnswering({ kind: "graph-query", config: { resultsMax: 20 } });
  runtime = createRuntime({ sql: answering.db.sql, log, registry: nodeRegistry, tasks: [] });
  base = { workspaceId: answering.bot.workspaceId, baseId: BASE_ID };
});
afterAll(async () => {
  await runtime.drain(1_000);
  await answering.db.drop();
});

const transact = <Value>(doing: (tx: TransactionSql) => Promise<Value>) => answering.db.sql.begin(doing);

async function addFile(name: string, text: string): Promise<string> {
  const documentId = await answering.addFile(name, text);
  await readGraph({ sql: answering.db.sql, log }, documentId);
  await transact((tx) => decideDocument(tx, { ...base, actor: ACTOR, documentId, state: "accepted" }));
  return documentId;
}

/** The same document with other words, read again. */
async function replace(documentId: string, text: string): Promise<void> {
  const { sql } = answering.db;
  const bytes = Buffer.from(text);
  await transact((tx) => writePieces(tx, { documentId, workspaceId: base.workspaceId }, bytes));
  await sql`update document set state = 'queued', size = ${bytes.length} where id = ${documentId}`;
  const outbound = createOutboundClient({ allowCidr: [] });
  await performIngestion({ sql, log, outbound, stop: new AbortController().signal }, documentId);
  await readGraph({ sql, log }, documentId);
}

async function find(search: string) {
  const filter = { ...base, search, type: null, state: null, page: 0 };
  return (await transact((tx) => listEntities(tx, filter))).entities;
}

/** By its own name, whether it stands for itself or not. */
async function idOf(name: string): Promise<string> {
  const [row] = await answering.db.sql<{ id: string }[]>`
    select id from graph_entity where base_id = ${BASE_ID} and name = ${name}`;
  return row?.id ?? "";
}

const merge = async (name: string, into: string) => {
  const [entityId, intoId] = [await idOf(name), await idOf(into)];
  return transact((tx) =>
    mergeEntities(tx, { workspaceId: base.workspaceId, actor: ACTOR, entityId, intoId }),
  );
};
const separate = async (name: string) => {
  const entityId = await idOf(name);
  return transact((tx) => separateEntity(tx, { workspaceId: base.workspaceId, actor: ACTOR, entityId }));
};

async function known(name: string) {
  const entityId = await idOf(name);
  const { entity, facts } = await transact((tx) =>
    getEntity(tx, { workspaceId: base.workspaceId, entityId }),
  );
  return {
    name: entity.name,
    facts: facts
      .filter(({ state }) => state === "accepted")
      .map(({ subjectName, predicate, value, objectName, doubles }) =>
        [subjectName, predicate, value ?? objectName, ...doubles.map(() => "+")].join(" "),
      )
      .sort(),
  };
}

/** What customers are told, once the change has reached whoever tells them. */
const told = (text: string, wanted: string) =>
  vi.waitFor(
    async () => {
      const [part] = (await askOnce(runtime, answering.bot, text)).parts;
      expect(part?.type === "text" ? part.text : "").toBe(wanted);
    },
    { timeout: 10_000, interval: 300 },
  );

test("two names of one thing are found by either, with every fact once, and separated as they were", async () => {
  await addFile("价格.csv", "型号,价格,颜色\nAX-200,999 元,黑\n");
  const shops = await addFile("门店.csv", "产品,价格,产地\n小黑咖啡机,999 元,苏州\n");
  const before = [await known("AX-200"), await known("小黑咖啡机")];
  await told("小黑咖啡机怎么样", "小黑咖啡机：价格 999 元；产地 苏州");

  await merge("小黑咖啡机", "AX-200");
  const all = ["AX-200 价格 999 元 +", "AX-200 产地 苏州", "AX-200 颜色 黑"].sort();
  expect(await known("小黑咖啡机")).toEqual({ name: "AX-200", facts: all });
  expect(await find("小黑")).toMatchObject([
    { name: "AX-200", facts: 3, merged: [{ name: "小黑咖啡机", type: "产品", mergedByName: ACTOR.name }] },
  ]);
  await told("小黑咖啡机怎么样", "AX-200：价格 999 元；颜色 黑；产地 苏州");
  await told("AX-200 怎么样", "AX-200：价格 999 元；颜色 黑；产地 苏州");

  // What the document says under the other name goes on counting for the thing that stands for it.
  await replace(shops, "产品,价格,产地,电压\n小黑咖啡机,999 元,苏州,220V\n");
  await transact((tx) => decideDocument(tx, { ...base, actor: ACTOR, documentId: shops, state: "accepted" }));
  expect((await known("AX-200")).facts).toContain("AX-200 电压 220V");

  await separate("小黑咖啡机");
  const [first, second] = before;
  expect(await known("AX-200")).toEqual(first);
  expect((await known("小黑咖啡机")).facts).toEqual(
    [...(second?.facts ?? []), "小黑咖啡机 电压 220V"].sort(),
  );
  await told("小黑咖啡机怎么样", "小黑咖啡机：价格 999 元；产地 苏州；电压 220V");
}, 60_000);

/** As the sheet of a thing sends it: with the names that it shows, and the other sources that say the same. */
async function edit(name: string, line: string, words: Partial<SaidFact>): Promise<void> {
  const entityId = await idOf(name);
  const { workspaceId } = base;
  const { facts } = await transact((tx) => getEntity(tx, { workspaceId, entityId }));
  const fact = facts.find(
    (own) => `${own.subjectName} ${own.predicate} ${own.value ?? own.objectName}` === line,
  );
  if (fact === undefined) throw new Error(`nothing says ${line}`);
  const shown: SaidFact = {
    ...{ subject: { type: fact.subjectType, name: fact.subjectName }, predicate: fact.predicate },
    object:
      fact.value === null
        ? { entity: { type: fact.objectType ?? "", name: fact.objectName ?? "" } }
        : { value: fact.value },
  };
  const doubleIds = fact.doubles.map(({ factId }) => factId);
  await transact((tx) =>
    updateFact(tx, { workspaceId, actor: ACTOR, factId: fact.id, doubleIds, fact: { ...shown, ...words } }),
  );
}

test("what is corrected while two things are one comes back with the thing that it was said of", async () => {
  await addFile("一.csv", "型号,价格\nC-1,100 元\n");
  await addFile("二.csv", "型号,重量\nC-2,3 公斤\n");
  const type = "型号";
  await transact((tx) =>
    addFact(tx, {
      ...{ ...base, actor: ACTOR },
      fact: { subject: { type, name: "C-3" }, predicate: "配", object: { entity: { type, name: "C-2" } } },
    }),
  );
  await merge("C-2", "C-1");
  await edit("C-1", "C-1 重量 3 公斤", { object: { value: "4 公斤" } });
  await edit("C-3", "C-3 配 C-1", { predicate: "配套" });
  expect((await known("C-1")).facts).toEqual(["C-1 价格 100 元", "C-1 重量 4 公斤", "C-3 配套 C-1"]);
  await separate("C-2");
  expect((await known("C-1")).facts).toEqual(["C-1 价格 100 元"]);
  expect((await known("C-2")).facts).toEqual(["C-2 重量 4 公斤", "C-3 配套 C-2"]);
  // Another thing altogether is what the fact is of from then on.
  await edit("C-2", "C-2 重量 4 公斤", { subject: { type, name: "C-1" } });
  expect((await known("C-1")).facts).toContain("C-1 重量 4 公斤");
});

test("what several sources say is corrected in all of them, and customers hear the new words only", async () => {
  await addFile("甲.csv", "型号,价格\nD-1,999 元\n");
  await addFile("乙.csv", "型号,价格\nD-1,999 元\n\n");
  await addFile("丙.csv", "型号,价格\nD-2,999 元\n");
  await merge("D-2", "D-1");
  expect((await known("D-1")).facts).toEqual(["D-1 价格 999 元 + +"]);
  await edit("D-1", "D-1 价格 999 元", { object: { value: "899 元" } });
  expect((await known("D-1")).facts).toEqual(["D-1 价格 899 元 + +"]);
  await told("D-1 怎么样", "D-1：价格 899 元");
  await separate("D-2");
  expect((await known("D-2")).facts).toEqual(["D-2 价格 899 元"]);
});

test("nothing is corrected when one of the sources is not of the workspace", async () => {
  const { facts } = await transact(async (tx) =>
    getEntity(tx, { workspaceId: base.workspaceId, entityId: await idOf("D-2") }),
  );
  const change = {
    ...{ workspaceId: base.workspaceId, actor: ACTOR, factId: facts[0]?.id ?? "" },
    doubleIds: ["00000000-0000-7000-8000-000000000000"],
    fact: { subject: { type: "型号", name: "D-2" }, predicate: "价格", object: { value: "1 元" } },
  };
  await expect(transact((tx) => updateFact(tx, change))).rejects.toMatchObject({ code: "not_found" });
  expect((await known("D-2")).facts).toEqual(["D-2 价格 899 元"]);
});

test("relations lead to what stands for a thing, one line for each, and none to itself", async () => {
  const say = (name: string, predicate: string, object: string) =>
    transact((tx) =>
      addFact(tx, {
        ...{ ...base, actor: ACTOR },
        fact: {
          ...{ subject: { type: name.startsWith("F") ? "滤芯" : "型号", name }, predicate },
          object: { entity: { type: "滤芯", name: object } },
        },
      }),
    );
  await say("M-1", "适用滤芯", "F-01");
  await say("M-1", "适用滤芯", "圆芯");
  await say("M-2", "适用滤芯", "圆芯");
  await say("F-01", "又叫", "圆芯");
  await merge("圆芯", "F-01");
  const around = await idOf("圆芯");
  const map = await transact((tx) => getMap(tx, { ...base, type: null, around }));
  expect(map.nodes.map(({ name }) => name).sort()).toEqual(["F-01", "M-1", "M-2"]);
  const byId = new Map(map.nodes.map(({ id, name }) => [id, name]));
  expect(
    map.edges.map(({ from, predicate, to }) => `${byId.get(from)} ${predicate} ${byId.get(to)}`).sort(),
  ).toEqual(["M-1 适用滤芯 F-01", "M-2 适用滤芯 F-01"]);
  await told("M-2 用什么", "M-2：适用滤芯 F-01");
}, 30_000);

test("what was merged into a thing goes along with it, and comes back with it", async () => {
  for (const name of ["A-1", "A-2", "A-3"])
    await transact((tx) =>
      addFact(tx, {
        ...{ ...base, actor: ACTOR },
        fact: { subject: { type: "型号", name }, predicate: "编号", object: { value: name } },
      }),
    );
  await merge("A-1", "A-2");
  await merge("A-2", "A-3");
  expect((await known("A-1")).name).toBe("A-3");
  expect((await known("A-3")).facts).toHaveLength(3);
  await separate("A-2");
  expect((await known("A-1")).name).toBe("A-2");
  expect((await known("A-2")).facts).toHaveLength(2);
  expect((await known("A-3")).facts).toHaveLength(1);
});

test("what is only suggested of the same thing is told nobody, and is taken with it", async () => {
  const documentId = await answering.addFile("新品.csv", "型号,价格\nB-1,1 元\nB-2,2 元\n");
  await readGraph({ sql: answering.db.sql, log }, documentId);
  await merge("B-1", "B-2");
  const [standing] = await find("B-2");
  expect(standing?.state).toBe("suggested");
  const entityId = standing?.id ?? "";
  const { facts } = await transact((tx) => getEntity(tx, { workspaceId: base.workspaceId, entityId }));
  const own = facts.find(({ value }) => value === "1 元");
  const { before } = await transact((tx) =>
    decideFacts(tx, { ...base, actor: ACTOR, decisions: [{ factId: own?.id ?? "", state: "accepted" }] }),
  );
  expect((await find("B-2"))[0]?.state).toBe("accepted");
  await transact((tx) => decideFacts(tx, { ...base, actor: ACTOR, decisions: before }));
  expect((await find("B-2"))[0]?.state).toBe("suggested");
  // Nothing is said of them any more: their names are kept as long as they are the same.
  await replace(documentId, "型号,价格\nB-9,9 元\n");
  expect(await find("B-1")).toHaveLength(1);
});

test("a thing is not merged with itself, twice, or with what was put away; nor named anew while it is the same as another", async () => {
  await expect(merge("A-3", "A-3")).rejects.toMatchObject({ facts: { reason: "same_entity" } });
  await expect(merge("A-1", "A-3")).rejects.toMatchObject({ facts: { reason: "entity_merged" } });
  await expect(merge("A-2", "A-1")).rejects.toMatchObject({ facts: { reason: "entity_merged" } });
  // What is apart already is as it was asked for.
  await expect(separate("A-3")).resolves.toEqual({ entityId: await idOf("A-3") });
  const rename = async (name: string, state: "accepted" | "rejected") => {
    const entityId = await idOf(name);
    return transact((tx) =>
      updateEntity(tx, {
        ...{ workspaceId: base.workspaceId, entityId, actor: ACTOR, type: "型号", name, aliases: [], state },
      }),
    );
  };
  await expect(rename("A-1", "accepted")).rejects.toMatchObject({ facts: { reason: "entity_merged" } });
  await rename("A-3", "rejected");
  await expect(merge("A-2", "A-3")).rejects.toMatchObject({ facts: { reason: "entity_rejected" } });
});
