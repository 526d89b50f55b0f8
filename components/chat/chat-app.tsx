import { useCallback, useEffect, useMemo, useState } from "react";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import { createChatRuntime } from "./browser-surroundings.ts";
import { type Chat, ChatContext } from "./chat-context.ts";
import type { ChatPageProps } from "./chat-page.tsx";
import { ChatPanel } from "./chat-panel.tsx";
import { ChatProblem } from "./chat-problem.tsx";
import { ChatSkeleton } from "./chat-skeleton.tsx";
import { createFormats } from "./create-formats.ts";
import { chatMessages } from "./messages.ts";
import { pickLocale } from "./pick-locale.ts";
import { useAttention } from "./use-attention.ts";
import { useBot } from "./use-bot.ts";
import { useBrand } from "./use-brand.ts";
import { useHost } from "./use-host.ts";
import { useTalkLife } from "./use-talk-life.ts";
import { useVisible } from "./use-visible.ts";
import type { HostMessage } from "./widget/port-messages.ts";

/** What the host page wants; all null where there is none. */
type Asked = {
  readonly locale: string | null;
  readonly identity: string | null;
  readonly context: JsonObject | null;
};

function heed(asked: Asked, message: HostMessage): Asked {
  switch (message.type) {
    case "configure": {
      const { locale, identity, context } = message;
      return { locale, identity, context };
    }
    case "identify":
      return { ...asked, identity: message.identity };
    case "set-context":
      return { ...asked, context: message.context };
    case "set-locale":
      return { ...asked, locale: message.locale };
    case "reset":
      return { ...asked, identity: null, context: null };
    case "visibility":
      return asked;
  }
}

/** Puts one chat together: the bot, the reader's language and colours, the host page if there is one, the talk. */
export function ChatApp({ botKey, isEmbedded, wantedLocale, hostOrigin }: ChatPageProps) {
  const [{ api, storage, talk }] = useState(() => createChatRuntime(botKey));
  const [prefs, setPrefs] = useState(() => storage.getPrefs());
  const [asked, setAsked] = useState<Asked>({ locale: null, identity: null, context: null });
  const [isShown, setIsShown] = useState(true);
  const { load, retry } = useBot(api, botKey);
  const bot = load.kind === "loaded" ? load.bot : null;

  const host = useHost({ isEmbedded, hostOrigin }, (message) => {
    setAsked((now) => heed(now, message));
    if (message.type === "configure" || message.type === "visibility") setIsShown(message.isVisible);
    if (message.type === "configure" && message.isFresh) storage.forgetEverybody();
    if (message.type === "reset") {
      storage.forgetEverybody();
      void talk.startNew({ locale, identity: null, context: null });
    }
  });

  const locale = pickLocale(
    [asked.locale, prefs.locale, wantedLocale, ...navigator.languages],
    bot?.locales ?? [],
  );
  const t = chatMessages[locale];
  const onStartNew = useCallback(
    () => void talk.startNew({ locale, identity: asked.identity, context: asked.context }),
    [talk, locale, asked.identity, asked.context],
  );
  const tell = host.kind === "met" ? host.tell : null;
  const isSeen = useVisible() && isShown;

  useBrand(bot);
  useTalkLife({
    talk,
    botKey,
    locale,
    identity: asked.identity,
    context: asked.context,
    isReady: bot !== null && host.kind !== "meeting",
  });
  useAttention({
    talk,
    isSeen,
    hasSound: (bot?.sound ?? false) && !prefs.isMuted,
    titlePrefix: t.titleNew,
    onMessage: (role) => tell?.({ type: "message", role }),
    onUnread: (count) => tell?.({ type: "unread", count, titlePrefix: t.titleNew }),
  });
  useEffect(() => {
    document.documentElement.lang = locale;
    if (bot) document.title = bot.name;
  }, [locale, bot]);
  useEffect(() => tell?.({ type: "ready" }), [tell]);

  const savePrefs = useCallback(
    (change: Partial<typeof prefs>) => {
      const next = { ...prefs, ...change };
      setPrefs(next);
      storage.keepPrefs(next);
    },
    [prefs, storage],
  );

  const chat = useMemo<Chat | null>(
    () =>
      bot && {
        bot,
        talk,
        t,
        locale,
        formats: createFormats(locale, navigator.language),
        isMuted: prefs.isMuted,
        onClose: tell && (() => tell({ type: "close" })),
        onLocale: (chosen: Locale) => {
          setAsked((now) => ({ ...now, locale: chosen }));
          savePrefs({ locale: chosen });
        },
        onMuted: (isMuted: boolean) => savePrefs({ isMuted }),
        onStartNew,
        getDraft: storage.getDraft,
        keepDraft: storage.keepDraft,
      },
    [bot, talk, t, locale, prefs.isMuted, tell, savePrefs, onStartNew, storage],
  );

  if (load.kind === "failed") {
    return (
      <ChatProblem
        t={t}
        reason={load.reason}
        onRetry={retry}
        onClose={tell && (() => tell({ type: "close" }))}
      />
    );
  }
  if (!chat) return <ChatSkeleton />;
  return (
    <ChatContext value={chat}>
      <ChatPanel isShown={isShown} />
    </ChatContext>
  );
}
