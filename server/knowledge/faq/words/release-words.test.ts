import { afterAll, expect, test } from "vitest";
import { findChangedWords } from "#server/knowledge/faq/words/find-changed-words.ts";
import { releaseWords } from "#server/knowledge/faq/words/release-words.ts";
import { draw, openServing } from "../fixtures/open-serving.ts";

/** From a changed synonym to the customer's next message. */
const serving = await openServing();
const { sql, shop, owner, here, makeBase, tell, publish, ask } = serving;
afterAll(serving.close);

test("changed synonyms reach customers without a release, with the entries that are live and nothing else", async () => {
  const baseId = await makeBase();
  const question = "会员卡怎么办理";
  const entryId = await tell(baseId, { question, answer: "在小程序里申请。" });
  await publish(draw([baseId]));
  expect((await ask("尊享凭证怎么办理")).said).not.toEqual(["在小程序里申请。"]);
  await owner.mutate("knowledge.updateEntry", {
    ...{ entryId, rev: 3, changes: { answers: [{ locale: "zh-CN", channel: null, text: "还没批准的。" }] } },
  });
  await owner.mutate("knowledge.saveSynonym", { synonymId: null, baseId, words: ["会员卡", "尊享凭证"] });
  expect(await findChangedWords(sql)).toEqual([baseId]);
  expect(await releaseWords(sql, baseId)).toBe(true);
  here.knowledge.forgetAll();
  expect((await ask("尊享凭证怎么办理")).said).toEqual(["在小程序里申请。"]);
  expect(await findChangedWords(sql)).toEqual([]);
  const { releases } = (await owner.query("knowledge.releases", { baseId })).data as {
    releases: readonly object[];
  };
  expect(releases).toMatchObject([
    { number: 2, cause: "words", authorName: expect.any(String), isLive: true },
    { number: 1, cause: "entries" },
  ]);

  await owner.mutate("knowledge.rollBack", { baseId, number: 1 });
  expect((await ask("尊享凭证怎么办理")).said).not.toEqual(["在小程序里申请。"]);
  expect(await findChangedWords(sql)).toEqual([]);
});

test("words that the live release knows already make no release, and a base that was never released waits for none", async () => {
  const fresh = await makeBase();
  const baseId = await makeBase();
  await tell(baseId, { question: "怎么退货", answer: "七天内可退。" });
  const words = ["退货", "退回"];
  const { synonymId } = (
    await owner.mutate("knowledge.saveSynonym", { synonymId: null, baseId: null, words })
  ).data as { synonymId: string };
  expect(await findChangedWords(sql)).toContain(baseId);
  expect(await findChangedWords(sql)).not.toContain(fresh);
  await owner.mutate("knowledge.deleteSynonym", { synonymId });
  expect(await releaseWords(sql, baseId)).toBe(false);
  expect(await findChangedWords(sql)).not.toContain(baseId);
});

test("words with which an accepted question would be answered otherwise wait for a person", async () => {
  const baseId = await makeBase();
  const kept = await tell(baseId, { question: "会员卡怎么办理", answer: "在小程序里申请。" });
  await tell(baseId, { question: "礼品卡怎么办理", answer: "到门店买。" });
  await sql`insert into faq_test (base_id, workspace_id, question, entry_id, author_name) values (${baseId}, ${shop.workspaceId}, '会员卡怎么办理', ${kept}, '林晓')`;
  await owner.mutate("knowledge.saveSynonym", { synonymId: null, baseId, words: ["礼品卡", "会员卡"] });
  expect(await releaseWords(sql, baseId)).toBe(false);
  expect(await findChangedWords(sql)).not.toContain(baseId);
  expect((await owner.query("knowledge.releases", { baseId })).data).toMatchObject({ words: "waiting" });
  expect((await owner.mutate("knowledge.release", { baseId })).data).toMatchObject({ type: "tests-failed" });
  await owner.mutate("knowledge.release", { baseId, acceptFailing: true });
  expect((await owner.query("knowledge.releases", { baseId })).data).toMatchObject({ words: "live" });
});
