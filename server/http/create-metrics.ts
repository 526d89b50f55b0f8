import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type HttpMetrics = {
  observeRequest(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly ms: number;
  }): void;
  observeTurn(ms: number): void;
  countStreams(read: () => number): void;
  readonly contentType: string;
  render(): Promise<string>;
  close(): void;
};

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Prometheus metrics of this process, event-loop lag and memory included. */
export function createMetrics(): HttpMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "jieda_" });
  const requests = new Histogram({
    name: "jieda_http_request_duration_seconds",
    help: "Time from the request's arrival to the end of the answer",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const turns = new Histogram({
    name: "jieda_turn_duration_seconds",
    help: "Time in which the runtime answered a customer's message, commit included",
    buckets: SECONDS,
    registers: [registry],
  });
  let streams: (() => number) | null = null;
  new Gauge({
    name: "jieda_open_streams",
    help: "Live event streams open on this process",
    registers: [registry],
    collect() {
      this.set(streams?.() ?? 0);
    },
  });

  return {
    observeRequest: ({ method, route, status, ms }) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000),
    observeTurn: (ms) => turns.observe(ms / 1000),
    countStreams: (read) => {
      streams = read;
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
    close: () => registry.clear(),
  };
}
