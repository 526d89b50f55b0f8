import { create } from "zustand";

export type Toast = {
  readonly id: number;
  readonly tone: "success" | "danger";
  readonly text: string;
  readonly action: ToastAction | null;
};

/** A way back from what was just done; the toast goes with it. */
export type ToastAction = { readonly label: string; act(): void };

type ToastStore = {
  readonly toasts: readonly Toast[];
  show(tone: Toast["tone"], text: string, action?: ToastAction): void;
  dismiss(id: number): void;
};

/** More would cover the page; the oldest goes. */
const TOASTS_MAX = 3;
let lastId = 0;

/** Short news about what the reader just did. */
export const useToasts = create<ToastStore>((set) => ({
  toasts: [],
  show: (tone, text, action) =>
    set(({ toasts }) => ({
      toasts: [...toasts, { id: ++lastId, tone, text, action: action ?? null }].slice(-TOASTS_MAX),
    })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));

export const showSuccess = (text: string, action?: ToastAction): void =>
  useToasts.getState().show("success", text, action);
export const showFailure = (text: string): void => useToasts.getState().show("danger", text);
