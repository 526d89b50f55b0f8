import type { StoreApi } from "zustand/vanilla";
import type { RatingBody, Session } from "./create-api.ts";
import type { TalkDeps } from "./talk-deps.ts";
import type { Rating, TalkEvent, TalkState } from "./talk-state.ts";

/** Typing is told this often at most. */
const TYPING_EVERY_MS = 3_000;

type ReportDeps = TalkDeps & {
  readonly store: StoreApi<TalkState>;
  getSession(): Session | null;
  dispatch(event: TalkEvent): void;
};

/** What the customer lets the other side know without saying it. Ratings answer whether they were stored; the rest may be lost. */
export function createReports({ api, surroundings, store, getSession, dispatch }: ReportDeps) {
  let typingToldAt = 0;
  const report = async (what: "typing" | "read" | "end" | "rating", body: unknown): Promise<boolean> => {
    const session = getSession();
    return session !== null && (await api.report(session, what, body)).isOk;
  };
  const rate = (body: RatingBody) => report("rating", body);

  return {
    rateMessage: async (messageId: string, rating: Rating): Promise<boolean> => {
      const { value, reason } = rating;
      const isStored = await rate({ messageId, value, ...(reason ? { reason } : {}) });
      if (isStored) dispatch({ type: "message-rated", messageId, rating });
      return isStored;
    },
    rateTalk: async (value: 1 | 2 | 3 | 4 | 5, reason: string): Promise<boolean> => {
      const isStored = await rate({ value, ...(reason ? { reason } : {}) });
      if (isStored) dispatch({ type: "talk-rated" });
      return isStored;
    },
    tellTyping: (): void => {
      if (surroundings.now() - typingToldAt < TYPING_EVERY_MS) return;
      typingToldAt = surroundings.now();
      void report("typing", {});
    },
    tellRead: (): void => {
      const { messages, readSeq } = store.getState();
      const seq = messages.at(-1)?.seq ?? 0;
      if (seq <= readSeq) return;
      dispatch({ type: "messages-read", seq });
      void report("read", { seq });
    },
    end: async (): Promise<void> => {
      if (await report("end", {})) dispatch({ type: "status-changed", status: "ended" });
    },
  };
}
