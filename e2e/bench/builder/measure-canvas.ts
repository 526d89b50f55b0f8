import type { CDPSession, Page } from "@playwright/test";
import { type Frames, recordFrames, round } from "./recorder.ts";

const PAN_MS = 5_000;
const STEP_MS = 16;
const MIDDLE = { x: 640, y: 430 };

export type CanvasFigures = {
  readonly panZoom: Frames;
  readonly dragOne: Frames;
  readonly dragMany: Frames & { readonly selected: number };
  readonly domNodes: number;
  readonly cardsInDom: number;
  readonly titlesOnlyFarOut: boolean;
};

/** Pan, zoom and drag with the pointer, as a hand does it: many small steps, each of which the page has to follow. */
export async function measureCanvas(page: Page, cdp: CDPSession): Promise<CanvasFigures> {
  const domNodes = await countDom(page);
  const panZoom = await recordFrames(page, cdp, () => panAndZoom(page));
  await zoomTo(page, 1);
  const dragOne = await recordFrames(page, cdp, () => dragCard(page, 100));
  const cardsInDom = await page.locator("[data-node]").count();
  await zoomTo(page, 0.45);
  const domNear = await countDom(page);
  const selected = await selectMany(page);
  const dragMany = await recordFrames(page, cdp, () => dragCard(page, 60, "article.border-accent"));
  await page.keyboard.press("Escape");
  await zoomTo(page, 0.1);
  const domFar = await countDom(page);
  const titlesOnlyFarOut = (await page.locator("[data-node] header").count()) === 0;
  return {
    panZoom,
    dragOne,
    dragMany: { ...dragMany, selected },
    domNodes: Math.max(domNodes, domNear, domFar),
    cardsInDom,
    titlesOnlyFarOut,
  };
}

async function panAndZoom(page: Page): Promise<void> {
  await page.mouse.move(MIDDLE.x, MIDDLE.y);
  const until = Date.now() + PAN_MS;
  for (let step = 0; Date.now() < until; step += 1) {
    const isZoom = step % 60 >= 40;
    if (isZoom) await page.keyboard.down("Control");
    await page.mouse.wheel(isZoom ? 0 : 40, isZoom ? (step % 20 < 10 ? 30 : -30) : step % 2 === 0 ? 12 : -8);
    if (isZoom) await page.keyboard.up("Control");
    await page.waitForTimeout(STEP_MS);
  }
}

/** Turns the wheel until the canvas stands at about this zoom. */
async function zoomTo(page: Page, wanted: number): Promise<void> {
  await page.mouse.move(MIDDLE.x, MIDDLE.y);
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 80; turn += 1) {
    const zoom = await readZoom(page);
    if (Math.abs(zoom - wanted) / wanted < 0.12) break;
    await page.mouse.wheel(0, zoom < wanted ? -60 : 60);
    await page.waitForTimeout(STEP_MS);
  }
  await page.keyboard.up("Control");
  await page.waitForTimeout(300);
}

function readZoom(page: Page): Promise<number> {
  return page
    .locator(".react-flow__viewport")
    .evaluate((viewport) => new DOMMatrixReadOnly(getComputedStyle(viewport).transform).a);
}

async function dragCard(page: Page, distancePx: number, selector = "[data-node]"): Promise<void> {
  const from = await findInView(page, selector);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let moved = 0; moved <= distancePx; moved += 2) {
    await page.mouse.move(from.x + moved, from.y + moved / 3);
    await page.waitForTimeout(STEP_MS);
  }
  await page.mouse.up();
}

/** The header of a card that lies well inside the canvas. */
async function findInView(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const boxes = await page.locator(selector).evaluateAll((cards) =>
    cards.map((card) => {
      const { left, top, width } = card.getBoundingClientRect();
      return { x: left + width / 2, y: top + 10 };
    }),
  );
  const inner = boxes.find(({ x, y }) => x > 420 && x < 860 && y > 160 && y < 640);
  if (inner === undefined) throw new Error(`nothing like ${selector} is in the middle of the canvas`);
  return inner;
}

/** A box with Shift, over as much of the canvas as holds about fifty nodes. */
async function selectMany(page: Page): Promise<number> {
  await page.keyboard.down("Shift");
  await page.mouse.move(330, 110);
  await page.mouse.down();
  await page.mouse.move(700, 500, { steps: 8 });
  await page.mouse.move(1_000, 820, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await page.waitForTimeout(300);
  return page.locator("article.border-accent").count();
}

export async function countDom(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll("*").length);
}

/** From the click to the news that it is done; endless when the page gave it up, as it does on a machine that is busy with other things. */
export async function measureLayout(page: Page): Promise<number> {
  const button = page.getByRole("button", { name: "自动排版" }).first();
  const startedAt = performance.now();
  await button.click();
  const news = page.getByText(/已重新排版|排版没有完成/).first();
  await news.waitFor({ state: "attached", timeout: 60_000 });
  const isDone = (await news.textContent())?.includes("已重新排版") === true;
  return isDone ? round(performance.now() - startedAt) : Number.POSITIVE_INFINITY;
}
