import { useEffect, useEffectEvent } from "react";
import type { ConsoleEvent } from "#server/live/console-bus.ts";

/** Listens to what happens around a bot; `onOpen` also after every break, when something may have been missed. */
export function useConsoleEvents(
  botId: string,
  { onEvent, onOpen }: { onEvent(event: ConsoleEvent): void; onOpen(): void },
): void {
  const hear = useEffectEvent(onEvent);
  const open = useEffectEvent(onOpen);
  useEffect(() => {
    const source = new EventSource(`/console/events?bot=${botId}`);
    source.onopen = () => open();
    source.onmessage = ({ data }) => {
      // as: what our own server sends (`ConsoleEvent`); a page older than its server ignores what it does not know.
      hear(JSON.parse(String(data)) as ConsoleEvent);
    };
    return () => source.close();
  }, [botId]);
}
