import { useEffect } from "react";
import { useBuilderStore } from "../store/builder-context.ts";
import type { CanvasHands } from "./canvas-hands.ts";
import { isTyping } from "./is-typing.ts";

/** The browser's own copy, cut and paste, whenever nobody is typing and no text is marked. */
export function useCanvasClipboard(hands: CanvasHands): void {
  const store = useBuilderStore();
  useEffect(() => {
    const isForCanvas = (event: ClipboardEvent) =>
      !event.defaultPrevented && !isTyping(event.target) && !isTyping(document.activeElement);
    const hasMarkedText = () =>
      document.activeElement?.matches("[data-canvas]") !== true &&
      (window.getSelection()?.toString() ?? "") !== "";
    const give = (event: ClipboardEvent, text: string | null) => {
      if (text === null || event.clipboardData === null) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    const copy = (event: ClipboardEvent) => {
      if (isForCanvas(event) && !hasMarkedText()) give(event, hands.clip.copy());
    };
    const cut = (event: ClipboardEvent) => {
      if (isForCanvas(event) && !hasMarkedText() && store.getState().canEdit) give(event, hands.clip.cut());
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isForCanvas(event) || text === "" || !store.getState().canEdit) return;
      event.preventDefault();
      const { x, y } = hands.context.getCenter();
      hands.clip.paste(text, { at: { x: x - 124, y: y - 48 } });
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", cut);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", cut);
      document.removeEventListener("paste", paste);
    };
  }, [hands, store]);
}
