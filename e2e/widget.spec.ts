import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { customer } from "./support/customer.ts";
import { type HostPage, serveHostPage } from "./support/host-page.ts";

const site = `http://localhost:${process.env.JIEDA_E2E_PORT ?? "3180"}`;
const script = (more = "") => `<script src="${site}/widget.js" data-bot="shop" ${more} async></script>`;

/** The loader alone, with room to spare for what a shop's page can carry. */
const LOADER_MAX_BYTES = 60_000;

const pages: HostPage[] = [];

async function visit(
  page: Page,
  body: string,
  name: "localhost" | "127.0.0.1" = "localhost",
): Promise<HostPage> {
  const host = await serveHostPage(body, name);
  pages.push(host);
  await page.goto(host.origin);
  return host;
}

test.afterEach(async () => {
  await Promise.all(pages.splice(0).map((host) => host.close()));
});

test.describe("on a shop's website", () => {
  test("nothing but the small script is loaded before the first click, and the page does not move", async ({
    page,
  }) => {
    const loaded: string[] = [];
    page.on(
      "request",
      (request) => request.url().startsWith(site) && loaded.push(new URL(request.url()).pathname),
    );
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        // The type of a layout shift is not among the DOM's own.
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await visit(page, `${"<p>胡桃木边几</p>".repeat(40)}${script()}`);
    await expect(page.getByRole("button", { name: "打开在线客服" })).toBeVisible();
    expect(loaded.sort()).toEqual(["/v1/bots/shop", "/widget.js"]);
    const source = await (await page.request.get(`${site}/widget.js`)).body();
    expect(gzipSync(source).length).toBeLessThan(LOADER_MAX_BYTES);
    await page.getByRole("button", { name: "打开在线客服" }).click();
    await customer(page.frameLocator("iframe")).expectGroups(1);
    expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
  });

  test("the customer talks in the frame, folds it with Escape, and comes back to the same talk", async ({
    page,
  }) => {
    await visit(page, script());
    await page.getByRole("button", { name: "打开在线客服" }).click();
    const chat = customer(page.frameLocator("iframe"));
    await expect(chat.input).toBeFocused();
    await chat.say("多久能发货？");
    await chat.expectGroups(3);
    await chat.input.press("Escape");
    const launcher = page.getByRole("button", { name: "打开在线客服" });
    await expect(launcher).toBeFocused();
    await expect(page.locator("iframe")).toBeHidden();
    await page.reload();
    await page.getByRole("button", { name: "打开在线客服" }).click();
    await chat.expectGroups(3);
  });

  test("the page opens, closes and listens through window.Jieda, also before the script has come", async ({
    page,
  }) => {
    await visit(
      page,
      `<script>
        window.heard = [];
        window.Jieda = [["on", "opened", () => heard.push("opened")], ["on", "closed", () => heard.push("closed")],
          ["on", "message", (detail) => heard.push(JSON.stringify(detail))], ["setLocale", "en"], ["open"]];
      </script>${script()}`,
    );
    const chat = customer(page.frameLocator("iframe"), "en");
    await chat.expectGroups(1);
    await chat.say("How long does shipping take?");
    await chat.expectGroups(3);
    await page.evaluate(() => Reflect.get(window, "Jieda").close());
    await expect(page.locator("iframe")).toBeHidden();
    const heard: string[] = await page.evaluate(() => Reflect.get(window, "heard"));
    expect(heard[0]).toBe("opened");
    expect(heard.at(-1)).toBe("closed");
    // The page learns that something was said, never what.
    expect(new Set(heard.slice(1, -1))).toEqual(new Set(['{"role":"bot"}']));
  });

  test("a browser that keeps frames of other sites from their storage does not keep the customer from talking", async ({
    page,
  }) => {
    await visit(page, script(), "127.0.0.1");
    await page.getByRole("button", { name: "打开在线客服" }).click();
    const chat = customer(page.frameLocator("iframe"));
    await chat.say("多久能发货？");
    await chat.expectGroups(3);
    await page.getByRole("button", { name: "收起在线客服" }).click();
    await page.getByRole("button", { name: "打开在线客服" }).click();
    await chat.expectGroups(3);
  });

  test("stands left and in the page's own colour when the page says so", async ({ page }) => {
    await visit(page, script('data-position="left" data-color="#0d7a5f"'));
    const launcher = page.getByRole("button", { name: "打开在线客服" });
    await expect(launcher).toHaveCSS("background-color", "rgb(13, 122, 95)");
    // It grows into its place: its edge is where it belongs when that is over.
    await expect.poll(async () => (await launcher.boundingBox())?.x).toBe(20);
  });

  test("tells the flow what the page is about, from the attribute and from code, and nothing that no talk can take", async ({
    page,
  }) => {
    const contexts: unknown[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/bots/shop/conversations"))
        contexts.push(request.postDataJSON().context);
    });
    await visit(
      page,
      `<script>
        window.errors = [];
        window.Jieda = [["on", "error", ({ code }) => errors.push(code)]];
      </script>${script(`data-context='{"page":"/cart","total":268}'`)}`,
    );
    await page.getByRole("button", { name: "打开在线客服" }).click();
    const chat = customer(page.frameLocator("iframe"));
    await chat.expectGroups(1);
    await page.evaluate(() => {
      const jieda = Reflect.get(window, "Jieda");
      jieda.push(["setContext", { page: "/order", order: { no: "WC2026111006" } }]);
      jieda.setContext({ text: "x".repeat(8_000) });
    });
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "更多" }).click();
    await frame.getByRole("menuitem", { name: "开始新对话" }).click();
    await expect.poll(() => contexts.length).toBe(2);
    await page.evaluate(() => Reflect.get(window, "Jieda").reset());
    await expect.poll(() => contexts.length).toBe(3);
    expect(contexts).toEqual([
      { page: "/cart", total: 268 },
      { page: "/order", order: { no: "WC2026111006" } },
      undefined,
    ]);
    expect(await page.evaluate(() => Reflect.get(window, "errors"))).toEqual(["context_invalid"]);
  });

  test("a context that cannot be read keeps nobody from talking", async ({ page }) => {
    await visit(
      page,
      `<script>
        window.errors = [];
        window.Jieda = [["on", "error", ({ code }) => errors.push(code)]];
      </script>${script("data-context='page=/cart'")}`,
    );
    await page.getByRole("button", { name: "打开在线客服" }).click();
    await customer(page.frameLocator("iframe")).expectGroups(1);
    expect(await page.evaluate(() => Reflect.get(window, "errors"))).toEqual(["context_invalid"]);
  });

  test("reset leaves the old talk behind", async ({ page }) => {
    await visit(page, script());
    await page.getByRole("button", { name: "打开在线客服" }).click();
    const chat = customer(page.frameLocator("iframe"));
    await chat.say("多久能发货？");
    await chat.expectGroups(3);
    await page.evaluate(() => Reflect.get(window, "Jieda").reset());
    await chat.expectGroups(1);
  });
});

test.describe("nobody else drives it", () => {
  test("a page that frames the chat under another page's name never meets it", async ({ page }) => {
    await visit(
      page,
      `<script>
        window.heard = [];
        addEventListener("message", (event) => heard.push(event.data));
        const frame = document.createElement("iframe");
        frame.src = "${site}/chat/shop?embed=1&origin=" + encodeURIComponent("https://shop.example") + "#0123456789abcdef";
        frame.onload = () => setInterval(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = (event) => heard.push(event.data);
          frame.contentWindow.postMessage({ type: "jieda:welcome", nonce: "0123456789abcdef" }, "*", [port2]);
          port1.postMessage({ type: "configure", identity: null, locale: "en", isVisible: true, isFresh: true });
        }, 50);
        document.body.append(frame);
      </script>`,
    );
    const chat = customer(page.frameLocator("iframe"));
    await chat.expectGroups(1);
    await chat.say("多久能发货？");
    await chat.expectGroups(3);
    expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual([]);
  });

  test("another frame and the page itself cannot pass for the chat", async ({ page }) => {
    await visit(
      page,
      `<script>
        window.heard = [];
        window.Jieda = [["on", "unread", (detail) => heard.push(detail)], ["on", "ready", () => heard.push("ready")]];
        const forge = (target) => target.postMessage({ type: "jieda:hello", nonce: "0123456789abcdef", reply: "0123456789abcdef" }, "*");
        setInterval(() => forge(window), 20);
        const frame = document.createElement("iframe");
        frame.srcdoc = "<script>setInterval(() => parent.postMessage({ type: 'jieda:hello', nonce: '0123456789abcdef', reply: '0123456789abcdef' }, '*'), 20)<" + "/script>";
        document.body.append(frame);
        addEventListener("message", (event) => event.data.type === "jieda:welcome" && heard.push("welcome"));
      </script>${script()}`,
    );
    await page.getByRole("button", { name: "打开在线客服" }).click();
    await customer(page.frameLocator("iframe.frame")).expectGroups(1);
    const heard = await page.evaluate(() => Reflect.get(window, "heard"));
    expect(heard.filter((entry: unknown) => entry === "welcome")).toEqual([]);
    expect(heard.filter((entry: unknown) => entry === "ready")).toHaveLength(1);
  });
});
