import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Nearer to the end than this, the reader follows the talk. */
const NEAR_PX = 80;

/** Keeps the newest message in view while the reader is at the end, and leaves them alone while they read further up. */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
) {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const sticks = useRef(true);

  const toEnd = useCallback(
    (behavior: ScrollBehavior) => {
      sticks.current = true;
      setIsAtEnd(true);
      scroller.current?.scrollTo({ top: scroller.current.scrollHeight, behavior });
    },
    [scroller],
  );

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!box || !inner) return;
    let lastTop = box.scrollTop;
    // Only who scrolls up leaves the end: on the way down to it, an answer that comes meanwhile is followed.
    const look = () => {
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      if (isNear) sticks.current = true;
      else if (box.scrollTop < lastTop) sticks.current = false;
      lastTop = box.scrollTop;
      setIsAtEnd(sticks.current);
    };
    // Messages grow after they are drawn (images, streamed words), and a phone's keyboard shrinks the box.
    const observer = new ResizeObserver(() => {
      if (sticks.current) box.scrollTop = box.scrollHeight;
      else look();
    });
    observer.observe(inner);
    observer.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [scroller, content]);

  return { isAtEnd, toEnd };
}
