import type { CDPSession, Page } from "@playwright/test";

declare global {
  interface Window {
    /** Filled by the script below. */
    benchRecord: { frames: number[]; longTasks: { at: number; ms: number }[]; keys: number[]; isOn: boolean };
  }
}

/** Runs in the page before anything of ours: times of frames, of long tasks, and from each key to the paint that shows it. */
export function recordInPage(): void {
  const record: Window["benchRecord"] = { frames: [], longTasks: [], keys: [], isOn: false };
  window.benchRecord = record;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      record.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === "keydown") record.keys.push(duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  let last = 0;
  const onFrame = (now: number): void => {
    if (record.isOn && last > 0) record.frames.push(now - last);
    last = record.isOn ? now : 0;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

export type Frames = {
  readonly count: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  /** Time of the page's own thread on the processor for each frame: what a busy machine cannot blur. */
  readonly cpuMs: number;
};

/** What the frames were like while something was done. */
export async function recordFrames(page: Page, cdp: CDPSession, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    window.benchRecord.frames = [];
    window.benchRecord.isOn = true;
  });
  const before = await readCpuMs(cdp);
  await act();
  const cpu = (await readCpuMs(cdp)) - before;
  const frames = await page.evaluate(() => {
    window.benchRecord.isOn = false;
    return window.benchRecord.frames;
  });
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    count: frames.length,
    p95Ms: round(percentile(sorted, 0.95)),
    worstMs: round(sorted.at(-1) ?? 0),
    cpuMs: round(cpu / Math.max(frames.length, 1)),
  };
}

/** Of the page's main thread, in processor time. */
export async function readCpuMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

export async function openCdp(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return cdp;
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
