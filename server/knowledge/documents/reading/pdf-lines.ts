/** One line of a page: its text, the size that it is set in, and how far below the line before it stands. */
export type Line = { readonly text: string; readonly size: number; readonly gap: number };

/** Pieces of text as pdf.js gives them, among marks that carry none. */
type Item = {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly hasEOL?: boolean;
};

type Open = { text: string; size: number; y: number; end: number };

/** Puts the pieces of a page together to lines, in the order in which the file draws them. */
export function toLines(items: readonly object[]): readonly Line[] {
  const lines: Line[] = [];
  let open: Open | null = null;
  let before: number | null = null;
  const end = (): void => {
    if (open !== null && open.text.trim() !== "") {
      lines.push({ text: open.text, size: open.size, gap: before === null ? 0 : Math.abs(before - open.y) });
      before = open.y;
    }
    open = null;
  };
  for (const item of items) {
    const { str = "", transform = [], width = 0, hasEOL = false }: Item = item;
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    const size = Math.hypot(a, b);
    const current: Open | null = open;
    if (str !== "") {
      if (current === null) open = { text: str, size, y, end: x + width };
      else if (Math.abs(current.y - y) > Math.max(current.size, size) / 2) {
        end();
        open = { text: str, size, y, end: x + width };
      } else {
        current.text += needsSpace(current, { str, x }) ? ` ${str}` : str;
        current.size = Math.max(current.size, size);
        current.end = x + width;
      }
    }
    if (hasEOL) end();
  }
  end();
  return lines;
}

/** A gap of a quarter of a letter between Latin words is a space; Chinese has none. */
function needsSpace(line: Open, { str, x }: { readonly str: string; readonly x: number }): boolean {
  return x - line.end > line.size / 4 && !line.text.endsWith(" ") && !str.startsWith(" ");
}

const HAN_END = /[\p{Script=Han}，。、；：？！）」』”]$/u;
const HAN_START = /^[\p{Script=Han}，。、；：？！（「『“]/u;

/** Lines of one paragraph as one text: Chinese closes up, a word that was divided is whole again, others get a space. */
export function joinLines(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) {
    if (text === "" || (HAN_END.test(text) && HAN_START.test(line))) text += line;
    else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line)) text = text.slice(0, -1) + line;
    else text += ` ${line}`;
  }
  return text;
}
