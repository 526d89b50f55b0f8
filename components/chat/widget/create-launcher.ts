import { toLauncherStyle } from "./launcher-style.ts";
import type { LoaderTexts } from "./loader-messages.ts";

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  chat: "M7.9 20A9 9 0 1 0 4 16.1L2 22Z",
  down: "m6 9 6 6 6-6",
};

type LauncherOptions = {
  readonly texts: LoaderTexts;
  readonly color: string | null;
  readonly position: "left" | "right";
  readonly text: string | null;
  onClick(): void;
};

/** The round button in the corner, in a shadow root of its own. */
export function createLauncher({ texts, color, position, text, onClick }: LauncherOptions) {
  const host = document.createElement("div");
  host.setAttribute("data-jieda", "");
  const root = host.attachShadow({ mode: "open" });
  addStyle(root, toLauncherStyle({ color, position }));

  const button = document.createElement("button");
  button.type = "button";
  button.className = "launcher";
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.hidden = true;
  badge.setAttribute("aria-hidden", "true");
  button.append(toIcon("chat"), toIcon("down"));
  if (text) {
    const label = document.createElement("span");
    label.className = "text";
    label.textContent = text;
    button.append(label);
  }
  button.append(badge);
  button.addEventListener("click", onClick);
  root.append(button);
  document.body.append(host);

  let isOpen = false;
  let unread = 0;
  let words = texts;
  const show = (): void => {
    button.setAttribute("aria-expanded", String(isOpen));
    const name = isOpen ? words.close : `${text ?? words.open}${unread > 0 ? words.unread(unread) : ""}`;
    button.setAttribute("aria-label", name);
    badge.hidden = isOpen || unread === 0;
    badge.textContent = unread > 99 ? "99+" : String(unread);
  };
  show();

  return {
    root,
    focus: () => button.focus(),
    setOpen: (isNowOpen: boolean) => {
      isOpen = isNowOpen;
      show();
    },
    setUnread: (count: number) => {
      unread = count;
      show();
    },
    setTexts: (next: LoaderTexts) => {
      words = next;
      show();
    },
  };
}

export type Launcher = ReturnType<typeof createLauncher>;

function toIcon(name: keyof typeof ICONS): SVGElement {
  const icon = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
    class: name,
  })) {
    icon.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  icon.append(path);
  return icon;
}

/** A host page's content security policy forbids style elements more often than style sheets made by script. */
function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}
