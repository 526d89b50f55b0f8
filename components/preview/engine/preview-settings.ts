import type { Channel } from "#flows/kernel/channels.ts";
import type { Json, JsonObject } from "#flows/kernel/json.ts";
import type { Locale } from "#flows/kernel/text.ts";

/** What goes wrong on purpose. */
export type PreviewFaults = {
  readonly matching: "none" | "slow" | "error";
  readonly hours: "none" | "open" | "closed" | "holiday";
  readonly agents: "none" | "offline";
  /** Steps that would reach out to another system. */
  readonly systems: "none" | "slow" | "error";
};

/** The answer that stands in for a step that would reach out to a real system. Off: the tester answers by hand. */
export type Simulation = { readonly isOn: boolean; readonly answer: Json };

/** What a node does instead of its own work. */
export type Pin =
  | { readonly type: "port"; readonly port: string; readonly set: JsonObject }
  | { readonly type: "fail" };

export type PreviewSettings = {
  readonly locale: Locale;
  readonly channel: Channel;
  /** A returning visitor brings the values that contact variables had. */
  readonly visitor: "new" | "returning";
  /** Name of a customer for whom the shop vouches; empty is an unknown visitor. */
  readonly identity: string;
  readonly contact: JsonObject;
  readonly context: JsonObject;
  /** Epoch milliseconds at which a talk begins; null is now. */
  readonly at: number | null;
  readonly seed: number;
  readonly faults: PreviewFaults;
  /** By name of the queued call. */
  readonly simulate: { readonly [name: string]: Simulation };
  /** By `flowId/nodeId`. */
  readonly pins: { readonly [key: string]: Pin };
  /** By `flowId/nodeId`: an expression that must hold, or "" for always. */
  readonly breakpoints: { readonly [key: string]: string };
};

export const NO_FAULTS: PreviewFaults = { matching: "none", hours: "none", agents: "none", systems: "none" };

export const DEFAULT_SETTINGS: PreviewSettings = {
  locale: "zh-CN",
  channel: "web",
  visitor: "new",
  identity: "",
  contact: {},
  context: {},
  at: null,
  seed: 1,
  faults: NO_FAULTS,
  simulate: {},
  pins: {},
  breakpoints: {},
};

export const toNodeKey = (flowId: string, nodeId: string): string => `${flowId}/${nodeId}`;
