import { create } from "zustand";

const KEY = "jieda.builder-tour";

type TourStore = {
  /** Place in the tour; null while none is shown. */
  readonly index: number | null;
  start(): void;
  go(index: number): void;
  /** Ended or skipped: this browser does not show it by itself again. */
  end(): void;
};

export const useTour = create<TourStore>((set) => ({
  index: null,
  start: () => set({ index: 0 }),
  go: (index) => set({ index }),
  end: () => {
    window.localStorage.setItem(KEY, "seen");
    set({ index: null });
  },
}));

export const wasTourSeen = (): boolean => window.localStorage.getItem(KEY) !== null;
