import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectNoSeriousFinding } from "./support/expect-no-serious-finding.ts";
import { openWorkspace, type TestPerson, type TestWorkspace } from "./support/open-workspace.ts";

/** What an author learns about what a bot understands: while it is published, after it, and whenever they ask. */
let space: TestWorkspace;
let lin: TestPerson;
let botId: string;

const WAYS = ["怎么", "可以", "我要", "请问", "帮我", "能不能", "在哪里", "什么时候", "为什么不能", "谁负责"];
const ENDS = ["办理", "查一下", "取消", "修改", "申请", "看到", "使用", "延期", "打印", "转让"];
const THINGS = [
  "退款",
  "发票",
  "物流",
  "优惠券",
  "会员",
  "尺码",
  "库存",
  "维修",
  "积分",
  "地址",
  "支付",
  "预约",
];
const MORE = ["保修", "定金", "海外", "包装", "配件", "安装", "回收", "赠品"];
/** Takes a second or more to learn, so that there is something to see. */
const many = [...THINGS, ...MORE].map((name, at) => ({
  ...{ id: `i${at}`, name },
  examples: WAYS.flatMap((way) => ENDS.map((end) => `${way}${end}${name}`)),
}));
const mixed = [
  {
    ...{ id: "refund", name: "退货" },
    examples: [
      "我要退货",
      "怎么退货",
      "能不能退",
      "这个可以退吗",
      "退货要运费吗",
      "收到的尺码不对",
      "颜色不对怎么办",
    ],
  },
  {
    ...{ id: "exchange", name: "换货" },
    examples: [
      "我要换货",
      "怎么换货",
      "能不能换",
      "这个可以换吗",
      "换货要运费吗",
      "尺码不对想换",
      "颜色不对想换一件",
    ],
  },
];
const at = (x: number, y: number) => ({ version: 1, position: { x, y } });
const BIG = ["big1", "big2", "big3"];

test.beforeAll(async () => {
  space = await openWorkspace("检查理解");
  lin = await space.addPerson("林晓");
  const wires = [
    ...["refund", "exchange"].map((port) => ({ from: "ask", port, to: "end" })),
    { from: "start", port: "next", to: "ask" },
    { from: "ask", port: "none", to: "big1" },
    ...BIG.flatMap((from, place) => [
      ...many.map(({ id: port }) => ({ from, port, to: "end" })),
      { from, port: "none", to: BIG[place + 1] ?? "end" },
    ]),
  ];
  const bot = await space.addBot("茶铺客服", {
    flow: {
      schema: 1,
      nodes: [
        { id: "start", kind: "start", config: {}, ...at(0, 0) },
        { id: "ask", kind: "intent", title: "售后分流", config: { intents: mixed }, ...at(400, 0) },
        ...BIG.map((id, place) => ({
          ...{ id, kind: "intent", title: `分流${place}`, config: { intents: many } },
          ...at(800, place * 600),
        })),
        { id: "end", kind: "end", config: {}, ...at(1200, 0) },
      ],
      edges: wires.map((wire, place) => ({ id: `e${place}`, ...wire })),
    },
  });
  botId = bot.botId;
});
test.afterAll(() => space.close());

/** A version that is learned waits for the row of its bot before it goes out, however fast the machine is. */
async function holdReleases(): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = space.sql.begin(async (tx) => {
    await tx`select from bot where id = ${botId} for no key update`;
    held.resolve();
    await released.promise;
  });
  await Promise.race([held.promise, holding]);
  return async () => {
    released.resolve();
    await holding;
  };
}

async function openBuilder(browser: Browser, id = botId): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.setItem("jieda.builder-tour", "seen"));
  await space.signIn(context, lin);
  const page = await context.newPage();
  await page.goto(`/builder/${id}`);
  await expect(page.locator('[data-node="ask"]')).toBeVisible();
  return page;
}

test("an author finds out which sentences are taken for another intent, and is led to them", async ({
  browser,
}) => {
  const page = await openBuilder(browser);
  await page.locator('[data-node="ask"]').click();
  const box = page.getByRole("region", { name: "检查理解" });
  await box.getByRole("button", { name: "检查" }).click();
  await expect(box).toContainText(/抽测 14 句，认对 \d+ 句/);
  await expect(box).toContainText("「退货」被认成「换货」");
  await expectNoSeriousFinding(page);

  const pair = box.getByRole("listitem").filter({ hasText: "「退货」被认成「换货」" });
  const wrong = pair.getByRole("button", { name: /^去改/ }).first();
  const sentence = (await wrong.textContent()) ?? "";
  await wrong.click();
  await expect(page.getByRole("textbox", { name: "例句" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "例句" })).toHaveValue(new RegExp(sentence));
  const form = page.getByRole("region", { name: "属性", exact: true });
  await expect(form.getByText(/^「退货」容易被认成「换货」/)).toBeVisible();

  // The other intent gets the sentence; what was said is about the sentences as they were, and can be asked for anew.
  // A shop owner double-clicks everything: one sentence is moved, not also the one that comes up in its place.
  await box.getByRole("button", { name: `移过去：把「${sentence}」移到「换货」` }).dblclick();
  await expect(wrong).not.toHaveText(sentence);
  await expect(box).toContainText("内容改过了，下面是改之前的结果");
  await expect(form.getByText(/^「退货」容易被认成「换货」/)).toHaveCount(0);
  await box.getByRole("button", { name: "重新检查" }).click();
  await expect(box).not.toContainText("内容改过了");
  await expect(box).toContainText(/抽测 14 句，认对 \d+ 句/);
  await expect
    .poll(async () => {
      const { flow } = await space.readDraft(botId);
      return JSON.stringify(flow.nodes.find(({ id }) => id === "ask")?.config.intents);
    })
    .toMatch(new RegExp(`"exchange".*"${sentence}"`));
  const { flow } = await space.readDraft(botId);
  const intents = flow.nodes.find(({ id }) => id === "ask")?.config.intents;
  expect(
    JSON.stringify(intents)
      .match(/"examples":\[[^\]]*\]/g)
      ?.map((list) => list.split(",").length),
  ).toEqual([6, 8]);
  await expect(box).toContainText("画不出门槛曲线：抽测了 14 句，至少要 30 句");

  // What was found out is kept: nobody has to ask for it again.
  const later = await openBuilder(browser);
  await later.locator('[data-node="ask"]').click();
  const kept = later.getByRole("region", { name: "检查理解" });
  await expect(kept).toContainText(/抽测 14 句，认对 \d+ 句/);
  await expect(kept.getByRole("button", { name: "检查" })).toHaveCount(0);
  await later.context().close();
  await page.context().close();
});

test("an author sees what a threshold costs, and takes a better one with a click, without checking anew", async ({
  browser,
}) => {
  const careful = many.slice(0, 3).map((intent) => ({ ...intent, threshold: 1 }));
  const { botId: otherId } = await space.addBot("慎重客服", {
    flow: {
      schema: 1,
      nodes: [
        { id: "start", kind: "start", config: {}, ...at(0, 0) },
        { id: "ask", kind: "intent", config: { intents: careful }, ...at(400, 0) },
        { id: "end", kind: "end", config: {}, ...at(800, 0) },
      ],
      edges: [
        { id: "e0", from: "start", port: "next", to: "ask" },
        ...["i0", "i1", "i2", "none"].map((port) => ({ id: `e-${port}`, from: "ask", port, to: "end" })),
      ],
    },
  });
  const page = await openBuilder(browser, otherId);
  await page.locator('[data-node="ask"]').click();
  await page.getByRole("region", { name: "检查理解" }).getByRole("button", { name: "检查" }).click();
  const curve = page.getByRole("region", { name: "门槛", exact: true });
  await expect(curve).toContainText("现在的门槛 1");
  // Only those that are another example but for what they open with.
  await expect(curve).toContainText(/300 句里直接认定 \d{1,2} 句，/);
  await curve.getByText("看数字").click();
  await expect(curve.getByRole("row")).toHaveCount(12);
  await expectNoSeriousFinding(page);
  await curve.getByRole("button", { name: "改用测得的门槛" }).click();
  await expect(curve).toContainText("现在的门槛就很合适");
  await expect(curve).toContainText("300 句里直接认定 300 句，其中认对 300 句（100%）");
  await expect
    .poll(async () => JSON.stringify((await space.readDraft(otherId)).flow.nodes))
    .not.toContain("threshold");
  await page.keyboard.press("Control+z");
  await expect(curve).toContainText("现在的门槛 1");
  await page.context().close();
});

test("a publication says what is being learned in every tab, outlives a reload, and ends with what is confused", async ({
  browser,
}) => {
  const page = await openBuilder(browser);
  const other = await openBuilder(browser);
  const publish = async () => {
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "发布", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText(/正在学习意图：第 \d 个节点，共 4 个/);
  };
  await publish();
  const bar = page.getByRole("progressbar", { name: "发布进度" });
  await expect(bar).toHaveAttribute("aria-valuenow", /\d+/);
  // Seen without scrolling, also where the dialog's content does not fit.
  await page.setViewportSize({ width: 1280, height: 480 });
  await expect(bar).toBeInViewport({ ratio: 1 });
  await expectNoSeriousFinding(page);
  await expect(other.getByText("第 1 版已发布", { exact: true })).toBeVisible();
  const done = page.getByRole("dialog");
  await expect(done).toContainText("第 1 版已上线");
  await expect(done).toContainText("处容易认错意思");
  await expectNoSeriousFinding(page);
  await done.getByRole("button", { name: "看看怎么改" }).click();
  await expect(page.getByRole("region", { name: "问题", exact: true })).toContainText(
    "「退货」容易被认成「换货」",
  );

  await other.locator('[data-node="ask"]').click();
  await other.getByRole("textbox", { name: "节点名称" }).fill("改了名字");
  await expect(page.locator('[data-node="ask"]')).toContainText("改了名字");
  const letGo = await holdReleases();
  await publish();
  await page.reload();
  await page.getByRole("button", { name: "正在发布" }).click();
  await expect(page.getByRole("dialog")).toContainText("您刚才开始的发布还在进行");
  await expect(page.getByRole("dialog").getByRole("button", { name: "发布", exact: true })).toBeDisabled();
  await letGo();
  await expect(page.getByText("第 2 版已发布", { exact: true })).toBeVisible();
  await expect(page.getByRole("dialog")).toContainText("没有可以发布的修改");
  await page.context().close();
  await other.context().close();
});
