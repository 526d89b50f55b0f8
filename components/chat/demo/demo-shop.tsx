import { Armchair, Flower2, Sofa } from "lucide-react";
import { useEffect, useState } from "react";
import { pickLocale } from "../pick-locale.ts";
import { demoMessages } from "./demo-messages.ts";
import { InstallSnippet } from "./install-snippet.tsx";

type HostApi = {
  open(): void;
  close(): void;
  reset(): void;
  setLocale(locale: string): void;
  on(name: string, listener: (detail: unknown) => void): void;
};

const EVENTS = ["ready", "opened", "closed", "message", "unread", "error"];
const EVENTS_SHOWN = 6;
const PICTURES = [
  { icon: Armchair, look: "bg-family-logic/12 text-family-logic" },
  { icon: Sofa, look: "bg-family-knowledge/12 text-family-knowledge" },
  { icon: Flower2, look: "bg-family-connect/12 text-family-connect" },
];

/** A small shop, the line that installs the widget, and buttons for its calls. */
export function DemoShop({ botKey }: { readonly botKey: string | null }) {
  const [locale] = useState(() => pickLocale(navigator.languages, []));
  const [events, setEvents] = useState<readonly string[]>([]);
  const t = demoMessages[locale];

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  useEffect(() => {
    if (!botKey) return;
    const listeners = EVENTS.map((name) => [
      "on",
      name,
      (detail: unknown) =>
        setEvents((all) =>
          [`${name} ${detail ? JSON.stringify(detail) : ""}`, ...all].slice(0, EVENTS_SHOWN),
        ),
    ]);
    // The way a page speaks before the script has come.
    const page: Window & { Jieda?: unknown } = window;
    if (page.Jieda) return;
    page.Jieda = listeners;
    const script = document.createElement("script");
    script.src = "/widget.js";
    script.async = true;
    script.dataset.bot = botKey;
    document.body.append(script);
  }, [botKey]);

  const call = (name: Exclude<keyof HostApi, "on">, value?: string) => {
    // The script puts its calls there (host-api.ts); a button may be pressed before it has come.
    const api = (window as Window & { Jieda?: { push(entry: readonly unknown[]): void } }).Jieda;
    api?.push(value === undefined ? [name] : [name, value]);
  };

  if (!botKey) return <p className="p-8 text-ink-2">{t.missing}</p>;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-8 px-5 py-10 md:py-16">
      <header>
        <p className="text-sm font-medium text-accent-text">{t.badge}</p>
        <h1 className="mt-1 text-2xl font-semibold text-balance">{t.title}</h1>
        <p className="mt-2 max-w-prose text-ink-2">{t.lead}</p>
      </header>

      <ul className="grid gap-4 sm:grid-cols-3">
        {PICTURES.map(({ icon: Icon, look }, index) => (
          <li key={look} className="overflow-hidden rounded-lg border border-line bg-surface">
            <div aria-hidden className={`grid h-36 place-items-center ${look}`}>
              <Icon size={44} strokeWidth={1.25} />
            </div>
            <div className="flex justify-between gap-2 px-4 py-3">
              <span className="font-medium">{t.products[index]}</span>
              <span className="text-ink-2">{t.prices[index]}</span>
            </div>
          </li>
        ))}
      </ul>

      <InstallSnippet botKey={botKey} t={t} />

      <section className="grid gap-6 sm:grid-cols-2">
        <div>
          <h2 className="text-lg font-semibold">{t.calls}</h2>
          <div className="mt-3 flex flex-wrap gap-2">
            {(
              [
                [t.open, "open"],
                [t.close, "close"],
                [t.chinese, "setLocale", "zh-CN"],
                [t.english, "setLocale", "en"],
                [t.reset, "reset"],
              ] as const
            ).map(([label, name, value]) => (
              <button
                key={label}
                type="button"
                onClick={() => call(name, value)}
                className="h-9 rounded-md border border-line-strong bg-surface px-3.5 transition-colors hover:bg-hover"
              >
                {label}
              </button>
            ))}
          </div>
        </div>
        <div>
          <h2 className="text-lg font-semibold">{t.events}</h2>
          <ol className="mt-3 min-h-24 rounded-md border border-line bg-surface px-3 py-2 font-mono text-xs leading-5 text-ink-2">
            {events.length === 0 ? (
              <li>{t.noEvents}</li>
            ) : (
              events.map((event, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a rolling list of lines without identity.
                <li key={index}>{event}</li>
              ))
            )}
          </ol>
        </div>
      </section>
    </div>
  );
}
