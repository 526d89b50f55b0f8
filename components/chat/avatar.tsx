import { Bot } from "lucide-react";
import { toSafeSource } from "./safe-url.ts";

/** A bot has a face of its own; a person has the first letter of a name, in the hue of people. */
export function Avatar({
  speaker,
  name,
  url,
  sizePx,
}: {
  readonly speaker: "bot" | "agent";
  readonly name: string;
  readonly url: string | null;
  readonly sizePx: number;
}) {
  const source = url === null ? null : toSafeSource(url);
  const style = { width: sizePx, height: sizePx, fontSize: sizePx * 0.42 };
  if (source && speaker === "bot") {
    return <img src={source} alt="" style={style} className="shrink-0 rounded-full bg-sunken object-cover" />;
  }
  if (speaker === "agent") {
    return (
      <span
        aria-hidden
        style={style}
        className="grid shrink-0 place-items-center rounded-full bg-family-people/14 font-semibold text-family-people"
      >
        {[...name.trim()][0]?.toUpperCase() ?? "·"}
      </span>
    );
  }
  return (
    <span
      aria-hidden
      style={style}
      className={`grid shrink-0 place-items-center rounded-full ${sizePx > 30 ? "bg-brand text-brand-on" : "bg-brand-soft text-brand-text"}`}
    >
      <Bot size={Math.round(sizePx * 0.6)} strokeWidth={1.75} />
    </span>
  );
}
