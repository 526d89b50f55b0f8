import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "#server/log.ts";
import { createRuntime, type RuntimeHost } from "#server/runtime/create-runtime.ts";
import { ACTOR, type Answering, askOnce, openAnswering } from "../../fixtures/open-answering.ts";
import { updateDocument } from "../change-document.ts";

/** What a node leaves out, from the file to the customer's next message. */

let answering: Answering;
let runtime: RuntimeHost;

beforeAll(async () => {
  answering = await openAnswering({
    kind: "kb-search",
    config: { sources: ["售后"], language: "customer", dataClasses: ["general"] },
  });
  runtime = createRuntime({ sql: answering.db.sql, log, registry: nodeRegistry, tasks: [] });
});
afterAll(async () => {
  await runtime.drain(1_000);
  await answering.db.drop();
});

const QUESTION = "沙发保修几年";
const NOTHING = "没找到";

/** Once the change has reached whoever answers. */
const told = (wanted: string) =>
  vi.waitFor(
    async () => {
      const [part] = (await askOnce(runtime, answering.bot, QUESTION)).parts;
      expect(part?.type === "text" ? part.text : "").toBe(wanted);
    },
    { timeout: 10_000, interval: 300 },
  );

test("customers are answered from documents of the source, language and class that the node asks for, and no others", async () => {
  const { db, bot, addFile } = answering;
  await addFile("内部规定.md", "# 保修\n\n沙发保修九年。");
  const documentId = await addFile("售后手册.md", "# 保修\n\n沙发保修三年。");
  const change = (given: object) =>
    db.sql.begin((tx) =>
      updateDocument(tx, { workspaceId: bot.workspaceId, documentId, actor: ACTOR, ...given }),
    );
  await told("沙发保修三年。");
  await change({ language: "en" });
  await told(NOTHING);
  await change({ language: null });
  await told("沙发保修三年。");
  await change({ dataClass: "important" });
  await told(NOTHING);
  await change({ dataClass: "general", name: "旧手册.md" });
  await told(NOTHING);
}, 60_000);
