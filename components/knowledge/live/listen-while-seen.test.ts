import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { listenWhileSeen } from "./listen-while-seen.ts";

class Source {
  static readonly CLOSED = 2;
  static readonly all: Source[] = [];
  isOpen = true;
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly address: string;
  constructor(address: string) {
    this.address = address;
    Source.all.push(this);
  }
  close(): void {
    this.isOpen = false;
    this.readyState = Source.CLOSED;
  }
  /** What a browser does on an answer that is no stream. */
  refuse(): void {
    this.close();
    this.onerror?.();
  }
}

let page: EventTarget & { hidden: boolean };

beforeEach(() => {
  Source.all.length = 0;
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", page);
  vi.stubGlobal("EventSource", Source);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function show(isShown: boolean): void {
  page.hidden = !isShown;
  page.dispatchEvent(new Event("visibilitychange"));
}

const open = () => Source.all.filter(({ isOpen }) => isOpen);

test("a page in sight listens, a hidden one holds no connection, and one that comes back asks what it missed", () => {
  const heard: string[] = [];
  const stop = listenWhileSeen("/console/events?base=b", {
    onOpen: () => heard.push("open"),
    onData: (data) => heard.push(data),
  });
  expect(open().map(({ address }) => address)).toEqual(["/console/events?base=b"]);
  Source.all[0]?.onopen?.();
  Source.all[0]?.onmessage?.({ data: "{}" });
  show(false);
  expect(open()).toEqual([]);
  show(true);
  show(true);
  expect(open()).toHaveLength(1);
  Source.all[1]?.onopen?.();
  expect(heard).toEqual(["open", "{}", "open"]);
  stop();
  expect(open()).toEqual([]);
  show(false);
  show(true);
  expect(open()).toEqual([]);
});

test("a page that is opened behind another one begins to listen when it is looked at", () => {
  page.hidden = true;
  const stop = listenWhileSeen("/x", { onOpen: () => {}, onData: () => {} });
  expect(Source.all).toEqual([]);
  show(true);
  expect(open()).toHaveLength(1);
  stop();
});

describe("a stream that was refused, as by a proxy while the server restarts,", () => {
  beforeEach(() => void vi.useFakeTimers());
  const listen = () => listenWhileSeen("/x", { onOpen: () => {}, onData: () => {} });
  const last = () => Source.all.at(-1);

  test("is opened again, ever less often, and soon once more after it was open", () => {
    const stop = listen();
    for (const wait of [3_000, 6_000, 12_000, 30_000, 30_000]) {
      const before = Source.all.length;
      last()?.refuse();
      vi.advanceTimersByTime(wait - 1);
      expect(Source.all).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(Source.all).toHaveLength(before + 1);
    }
    last()?.onopen?.();
    last()?.refuse();
    vi.advanceTimersByTime(3_000);
    expect(open()).toHaveLength(1);
    stop();
  });

  test("is left to the browser while that reconnects by itself", () => {
    const stop = listen();
    last()?.onerror?.();
    vi.advanceTimersByTime(60_000);
    expect(Source.all).toHaveLength(1);
    stop();
  });

  test("is not opened again behind another page or after its page is gone, and only once when it is looked at", () => {
    const stop = listen();
    last()?.refuse();
    show(false);
    vi.advanceTimersByTime(60_000);
    expect(Source.all).toHaveLength(1);
    show(true);
    vi.advanceTimersByTime(60_000);
    expect(Source.all).toHaveLength(2);
    last()?.refuse();
    stop();
    vi.advanceTimersByTime(60_000);
    expect(Source.all).toHaveLength(2);
  });
});
