import type { Page } from "@playwright/test";
import { percentile, round } from "./recorder.ts";

const WORDS = "the quick brown fox jumps over";

export type PanelFigures = {
  readonly openMs: number;
  readonly keyP95Ms: number;
  readonly pickerMs: number;
};

/** The inspector: how long it takes to stand there, to show a letter, and to list what a variable field may hold. */
export async function measurePanel(
  page: Page,
  openBot: (nodeId: string) => Promise<void>,
): Promise<PanelFigures> {
  await openBot("join19");
  // The first opening loads the panel's code, which is a matter of the network.
  await openPanel(page, "join19");
  await closePanel(page);
  const opened: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    opened.push(await openPanel(page, "join19"));
    if (round < 4) await closePanel(page);
  }
  const keyP95Ms = await typeInto(page);
  await openBot("left19");
  await openPanel(page, "left19");
  const pickerMs = await openPicker(page);
  return {
    openMs: round(
      percentile(
        opened.toSorted((a, b) => a - b),
        0.5,
      ),
    ),
    keyP95Ms,
    pickerMs,
  };
}

/** From the click to a form that can be filled in, on the page's own clock. */
async function openPanel(page: Page, nodeId: string): Promise<number> {
  return clickUntil(
    page,
    `[data-node="${nodeId}"]`,
    '[data-panel="inspector"] :is(input,textarea,.cm-content)',
  );
}

async function closePanel(page: Page): Promise<void> {
  await page.locator('[data-panel="inspector"] header button').first().click();
  await page.locator('[data-panel="inspector"]').waitFor({ state: "detached" });
  await page.locator(".react-flow__pane").click({ position: { x: 20, y: 20 } });
  await page.waitForTimeout(200);
}

async function typeInto(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.benchRecord.keys = [];
  });
  await page.locator('[data-panel="inspector"] .cm-content').first().click();
  for (const letter of WORDS) {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(500);
  const keys = await page.evaluate(() => window.benchRecord.keys);
  // What took less than a frame is not reported at all.
  const all = [...keys, ...Array.from({ length: Math.max(0, WORDS.length - keys.length) }, () => 8)];
  return round(
    percentile(
      all.toSorted((a, b) => a - b),
      0.95,
    ),
  );
}

async function openPicker(page: Page): Promise<number> {
  return clickUntil(
    page,
    '[data-panel="inspector"] button[aria-haspopup="dialog"]',
    "[role=dialog] [role=option]",
  );
}

/** Clicks with a real pointer and waits in the page for the first frame that shows what was asked for. */
async function clickUntil(page: Page, target: string, shown: string): Promise<number> {
  const waiting = page.evaluate(
    ([selector = ""]) =>
      new Promise<number>((resolve) => {
        let startedAt = 0;
        window.addEventListener(
          "pointerup",
          () => {
            startedAt = performance.now();
          },
          { once: true, capture: true },
        );
        const look = (): void => {
          if (startedAt > 0 && document.querySelector(selector) !== null) {
            requestAnimationFrame(() => resolve(performance.now() - startedAt));
          } else requestAnimationFrame(look);
        };
        look();
      }),
    [shown],
  );
  const clicked = page
    .locator(target)
    .first()
    .click({ position: { x: 40, y: 12 }, timeout: 20_000 });
  const [tookMs] = await Promise.all([waiting, clicked]);
  return tookMs;
}
