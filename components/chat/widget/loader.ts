import type { JsonObject } from "../../../flows/kernel/json.ts";
import { pickLocale } from "../pick-locale.ts";
import { createTitleBlink } from "./blink-title.ts";
import { createFrame, type Frame } from "./create-frame.ts";
import { createLauncher, type Launcher } from "./create-launcher.ts";
import { createHostEvents, publishHostApi } from "./host-api.ts";
import { loaderMessages } from "./loader-messages.ts";
import { parseContextAttribute, parsePageContext } from "./page-context.ts";
import type { ChatToHostMessage } from "./port-messages.ts";

/**
 * The script that shops embed. It draws the launcher, makes the chat's frame when it is first opened, and offers `window.Jieda`.
 * It keeps no token and no word of the talk: those stay in the frame, in the storage of the chat's own origin.
 */

type BotLook = {
  readonly locales: readonly string[];
  readonly theme: {
    readonly color: string | null;
    readonly position: "left" | "right";
    readonly launcherText: string | null;
  };
};

/** What the page wants, kept until the chat is there to hear it. */
type Asked = {
  isOpen: boolean;
  identity: string | null;
  locale: string | null;
  context: JsonObject | null;
  isFresh: boolean;
};

const RETRY_MS = [2_000, 8_000, 30_000];

/** A page without an origin (a local file, a sandbox) can meet nobody (handshake.ts, H5): its button opens the hosted page. */
const canMeet = location.origin !== "null";

const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[data-bot][src*="widget.js"]');

if (script?.dataset.bot) start(script, script.dataset.bot);

function start({ src, dataset }: HTMLScriptElement, botKey: string): void {
  const chatOrigin = new URL(src, location.href).origin;
  const events = createHostEvents();
  const blinkTitle = createTitleBlink();
  const asked: Asked = {
    isOpen: false,
    identity: null,
    locale: dataset.locale ?? null,
    context: dataset.context === undefined ? null : parseContextAttribute(dataset.context),
    isFresh: false,
  };
  const isContextBad = dataset.context !== undefined && asked.context === null;
  let isShown = false;
  let look: BotLook | null = null;
  let launcher: Launcher | null = null;
  let frame: Frame | null = null;

  const textsNow = () =>
    loaderMessages[pickLocale([asked.locale, ...navigator.languages], look?.locales ?? [])];

  const hear = (message: ChatToHostMessage): void => {
    if (message.type === "ready") events.emit("ready", undefined);
    if (message.type === "close") setOpen(false);
    if (message.type === "message") events.emit("message", { role: message.role });
    if (message.type !== "unread") return;
    launcher?.setUnread(message.count);
    blinkTitle(message.count, message.titlePrefix);
    events.emit("unread", { count: message.count });
  };

  const makeFrame = (root: ShadowRoot): Frame =>
    createFrame({
      ...{ root, chatOrigin, botKey, locale: asked.locale, title: textsNow().frame },
      configure: () => {
        const { identity, locale, context, isOpen, isFresh } = asked;
        asked.isFresh = false;
        return { type: "configure", identity, locale, context, isVisible: isOpen, isFresh };
      },
      onMessage: hear,
    });

  const setOpen = (isOpen: boolean, takesFocus = true): void => {
    asked.isOpen = isOpen;
    if (!launcher || !canMeet || isShown === isOpen) return;
    isShown = isOpen;
    if (isOpen) frame ??= makeFrame(launcher.root);
    launcher.setOpen(isOpen);
    remember(botKey, isOpen);
    events.emit(isOpen ? "opened" : "closed", undefined);
    frame?.setVisible(isOpen);
    if (takesFocus) (isOpen ? frame : launcher)?.focus();
  };

  const isPublished = publishHostApi({
    open: () => setOpen(true),
    close: () => setOpen(false),
    toggle: () => setOpen(!asked.isOpen),
    identify: (identity: unknown) => {
      if (typeof identity !== "string") return;
      asked.identity = identity;
      frame?.tell({ type: "identify", identity });
    },
    setLocale: (locale: unknown) => {
      if (typeof locale !== "string") return;
      asked.locale = locale;
      launcher?.setTexts(textsNow());
      frame?.tell({ type: "set-locale", locale });
    },
    setContext: (values: unknown) => {
      const context = parsePageContext(values);
      if (context === null) return events.emit("error", { code: "context_invalid" });
      asked.context = context;
      frame?.tell({ type: "set-context", context });
    },
    reset: () => {
      asked.identity = null;
      asked.context = null;
      asked.isFresh = frame === null;
      frame?.tell({ type: "reset" });
      launcher?.setUnread(0);
    },
    on: events.on,
    off: events.off,
  });
  if (!isPublished) return;
  if (isContextBad) events.emit("error", { code: "context_invalid" });

  void Promise.all([loadLook(chatOrigin, botKey), bodyParsed()]).then(([loaded]) => {
    if (typeof loaded === "string") return events.emit("error", { code: loaded });
    look = loaded;
    const { color, position, launcherText } = look.theme;
    launcher = createLauncher({
      texts: textsNow(),
      color: dataset.color ?? color,
      position: dataset.position === "left" || dataset.position === "right" ? dataset.position : position,
      text: launcherText,
      onClick: () => (canMeet ? setOpen(!isShown) : openTab(chatOrigin, botKey)),
    });
    const last = recall(botKey);
    if (!canMeet) return;
    if (asked.isOpen) setOpen(true);
    // Open on the page before: open here too, but the reader's place stays where it is.
    else if (last === "open") setOpen(true, false);
    // A talk that was begun on another page of this visit goes on, so that an answer still shows on the badge.
    else if (last === "folded") frame = makeFrame(launcher.root);
  });

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && asked.isOpen && !event.defaultPrevented) setOpen(false);
  });
}

/** A script in the head may be done before the page has a body to put the button in. */
async function bodyParsed(): Promise<void> {
  if (document.body) return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

async function loadLook(
  chatOrigin: string,
  botKey: string,
): Promise<BotLook | "bot_not_found" | "not_reachable"> {
  for (const pauseMs of [0, ...RETRY_MS]) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const url = `${chatOrigin}/v1/bots/${encodeURIComponent(botKey)}`;
    const response = await fetch(url, { credentials: "omit" }).catch(() => null);
    if (response?.ok) return response.json();
    if (response && response.status < 500 && response.status !== 429) return "bot_not_found";
  }
  return "not_reachable";
}

function openTab(chatOrigin: string, botKey: string): void {
  open(`${chatOrigin}/chat/${encodeURIComponent(botKey)}`, "_blank", "noopener");
}

const stateKey = (botKey: string) => `jieda:widget:${botKey}`;

function remember(botKey: string, isOpen: boolean): void {
  try {
    sessionStorage.setItem(stateKey(botKey), isOpen ? "open" : "folded");
  } catch {
    // Blocked storage: the widget starts folded on the next page.
  }
}

function recall(botKey: string): string | null {
  try {
    return sessionStorage.getItem(stateKey(botKey));
  } catch {
    return null;
  }
}
