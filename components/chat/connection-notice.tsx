import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useChat, useTalk } from "./chat-context.ts";
import { useOnline } from "./use-online.ts";

/** A short cut heals before anybody needs to know. */
const QUIET_MS = 2_500;

/** Says that the line is down, in words, only when it stays down. */
export function ConnectionNotice() {
  const { t } = useChat();
  const isOnline = useOnline();
  const isLost = useTalk((state) => state.link === "lost" && state.status !== "ended");
  const [isLate, setIsLate] = useState(false);

  useEffect(() => {
    if (!isLost) return;
    const timer = setTimeout(() => setIsLate(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isLost]);

  const text = !isOnline ? t.offline : isLost && isLate ? t.reconnecting : null;
  return (
    <div role="status" className="shrink-0">
      {text && (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-sm text-warn-text">
          <WifiOff aria-hidden size={15} />
          {text}
        </p>
      )}
    </div>
  );
}
