import { useEffect, useRef, useState } from "react";
import { createId } from "./browser-surroundings.ts";
import { acceptWelcome, parseOrigin, toHello } from "./widget/handshake.ts";
import { type ChatToHostMessage, type HostMessage, parseHostMessage } from "./widget/port-messages.ts";

/** Without an answer the frame stands alone, as a page of its own. */
const ANSWER_WITHIN_MS = 1_500;

export type Host =
  | { readonly kind: "meeting" }
  | { readonly kind: "absent" }
  | {
      readonly kind: "met";
      readonly identity: string | null;
      readonly locale: string | null;
      tell(message: ChatToHostMessage): void;
    };

/** Meets the page that holds this frame (handshake.ts, H2 and H4) and hears what it wants from then on. */
export function useHost(
  { isEmbedded, hostOrigin }: { readonly isEmbedded: boolean; readonly hostOrigin: string | null },
  onMessage: (message: HostMessage) => void,
): Host {
  const origin = isEmbedded && window.parent !== window ? parseOrigin(hostOrigin) : null;
  const [host, setHost] = useState<Host>(() => ({ kind: origin ? "meeting" : "absent" }));
  const listener = useRef(onMessage);
  useEffect(() => {
    listener.current = onMessage;
  });

  useEffect(() => {
    if (!origin) return;
    const nonce = createId();
    let port: MessagePort | null = null;
    const meet = (knock: MessageEvent) => {
      const welcome = acceptWelcome(knock, { source: window.parent, origin, nonce });
      if (!welcome || port) return;
      port = welcome;
      removeEventListener("message", meet);
      welcome.onmessage = ({ data }) => {
        const message = parseHostMessage(data);
        if (message?.type === "configure") {
          const { identity, locale } = message;
          setHost({ kind: "met", identity, locale, tell: (told) => welcome.postMessage(told) });
        }
        if (message) listener.current(message);
      };
    };
    addEventListener("message", meet);
    window.parent.postMessage(toHello(location.hash.slice(1), nonce), origin);
    const timer = setTimeout(
      () => setHost((now) => (now.kind === "meeting" ? { kind: "absent" } : now)),
      ANSWER_WITHIN_MS,
    );
    return () => {
      clearTimeout(timer);
      removeEventListener("message", meet);
      port?.close();
    };
  }, [origin]);

  return host;
}
