import { acceptHello, toWelcome } from "./handshake.ts";
import { type ChatToHostMessage, type HostMessage, parseChatMessage } from "./port-messages.ts";

type FrameOptions = {
  readonly root: ShadowRoot;
  readonly chatOrigin: string;
  readonly botKey: string;
  readonly locale: string | null;
  readonly title: string;
  /** The first words to the chat, each time it has been met. */
  configure(): Extract<HostMessage, { readonly type: "configure" }>;
  onMessage(message: ChatToHostMessage): void;
};

/** The chat in its frame, and the one channel to it (handshake.ts, H1 and H3). */
export function createFrame(options: FrameOptions) {
  const { root, chatOrigin, botKey, locale, title } = options;
  const nonce = createNonce();
  const query = new URLSearchParams({ embed: "1", origin: location.origin, ...(locale ? { locale } : {}) });
  const frame = document.createElement("iframe");
  frame.className = "frame folded";
  frame.title = title;
  frame.allow = "autoplay; clipboard-write";
  frame.src = `${chatOrigin}/chat/${encodeURIComponent(botKey)}?${query}#${nonce}`;

  let port: MessagePort | null = null;
  addEventListener("message", (knock) => {
    const reply = acceptHello(knock, { source: frame.contentWindow, origin: chatOrigin, nonce });
    if (!reply || !frame.contentWindow) return;
    // A frame that was loaded anew greets anew: the old channel leads nowhere.
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => {
      const message = parseChatMessage(data);
      if (message) options.onMessage(message);
    };
    frame.contentWindow.postMessage(toWelcome(reply), chatOrigin, [channel.port2]);
    port.postMessage(options.configure());
  });
  root.prepend(frame);

  return {
    focus: () => frame.focus(),
    tell: (message: HostMessage) => port?.postMessage(message),
    setVisible: (isVisible: boolean) => {
      frame.classList.toggle("folded", !isVisible);
      port?.postMessage({ type: "visibility", isVisible } satisfies HostMessage);
    },
  };
}

export type Frame = ReturnType<typeof createFrame>;

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
