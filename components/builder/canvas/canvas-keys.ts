/** What a key does on the canvas. */
export type KeyAct =
  | "undo"
  | "redo"
  | "duplicate"
  | "select-all"
  | "group"
  | "find"
  | "go-to"
  | "remove"
  | "clear"
  | "shortcuts"
  | "open"
  | "add"
  | "connect"
  | "menu"
  | "rename"
  | "next"
  | "previous"
  | "move"
  | "fit"
  | "zoom-in"
  | "zoom-out";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const WITH_MOD: { readonly [key: string]: KeyAct } = {
  z: "undo",
  y: "redo",
  d: "duplicate",
  a: "select-all",
  f: "find",
  g: "go-to",
};

/** Keys that work wherever the focus is, as long as nobody is typing. */
const ANYWHERE: { readonly [key: string]: KeyAct } = {
  Delete: "remove",
  Backspace: "remove",
  "?": "shortcuts",
  "？": "shortcuts",
};

/** Keys that are the canvas's only while it has the focus: buttons and panels need them themselves. */
const ON_CANVAS: { readonly [key: string]: KeyAct } = {
  Escape: "clear",
  Enter: "open",
  a: "add",
  c: "connect",
  F2: "rename",
  ContextMenu: "menu",
  "1": "fit",
  "+": "zoom-in",
  "=": "zoom-in",
  "-": "zoom-out",
  ArrowLeft: "move",
  ArrowRight: "move",
  ArrowUp: "move",
  ArrowDown: "move",
};

/** Reads a key press; null when it is not for the canvas. Never asked while somebody types. */
export function readKey(key: Key, isOnCanvas: boolean): KeyAct | null {
  if (key.altKey) return null;
  if (key.ctrlKey || key.metaKey) return readModified(key);
  if (Object.hasOwn(ANYWHERE, key.key)) return ANYWHERE[key.key] ?? null;
  if (!isOnCanvas) return null;
  if (key.key === "Tab") return key.shiftKey ? "previous" : "next";
  if (key.key === "F10" && key.shiftKey) return "menu";
  const name = key.key.length === 1 ? key.key.toLowerCase() : key.key;
  return Object.hasOwn(ON_CANVAS, name) ? (ON_CANVAS[name] ?? null) : null;
}

function readModified({ key, shiftKey }: Key): KeyAct | null {
  const name = key.toLowerCase();
  if (name === "z" && shiftKey) return "redo";
  if (name === "g" && shiftKey) return "group";
  if (shiftKey) return null;
  return Object.hasOwn(WITH_MOD, name) ? (WITH_MOD[name] ?? null) : null;
}
