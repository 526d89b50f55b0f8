import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenWhileSeen } from "./listen-while-seen.ts";

class Source {
  static readonly all: Source[] = [];
  isOpen = true;
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  readonly address: string;
  constructor(address: string) {
    this.address = address;
    Source.all.push(this);
  }
  close(): void {
    this.isOpen = false;
  }
}

let page: EventTarget & { hidden: boolean };

beforeEach(() => {
  Source.all.length = 0;
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", page);
  vi.stubGlobal("EventSource", Source);
});
afterEach(() => vi.unstubAllGlobals());

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
