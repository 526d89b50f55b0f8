import { toBrandColors } from "../brand-colors.ts";

type Look = { readonly color: string | null; readonly position: "left" | "right" };

/** Everything is fixed and out of the flow: nothing on the host page moves. Lives in a shadow root: nothing of the host page gets in. */
export function toLauncherStyle({ color, position }: Look): string {
  const { brand, hover, on } = toBrandColors(color);
  const corner = position === "left" ? "bottom left" : "bottom right";
  return `
:host { all: initial; }
* { box-sizing: border-box; }
.launcher {
  position: fixed; ${position}: max(20px, env(safe-area-inset-${position})); bottom: max(20px, env(safe-area-inset-bottom));
  z-index: 2147483001; display: flex; align-items: center; justify-content: center; gap: 8px;
  min-width: 56px; height: 56px; margin: 0; padding: 0 16px; border: 0; border-radius: 28px;
  background: ${brand}; color: ${on}; cursor: pointer;
  font: 500 15px/20px ui-sans-serif, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  box-shadow: 0 1px 3px rgb(23 27 40 / .16), 0 8px 24px -4px rgb(23 27 40 / .28);
  transition: background-color 120ms, transform 120ms; animation: appear 180ms ease-out;
}
.launcher:hover { background: ${hover}; }
.launcher:active { transform: scale(.96); }
.launcher:focus-visible { outline: 2px solid ${brand}; outline-offset: 3px; }
.launcher svg { width: 24px; height: 24px; flex: none; }
.launcher .down, .launcher[aria-expanded="true"] .chat, .launcher[aria-expanded="true"] .text { display: none; }
.launcher[aria-expanded="true"] .down { display: block; }
.badge {
  position: absolute; top: -4px; right: -4px; min-width: 20px; height: 20px; padding: 0 6px; border-radius: 10px;
  background: #c8323c; color: #fff; font-size: 12px; line-height: 20px; text-align: center; box-shadow: 0 0 0 2px #fff;
}
.badge[hidden] { display: none; }
.frame {
  position: fixed; ${position}: 20px; bottom: 88px; z-index: 2147483000;
  width: 400px; max-width: calc(100vw - 40px); height: 680px; max-height: calc(100vh - 112px); max-height: calc(100dvh - 112px);
  border: 0; border-radius: 16px; background: transparent; color-scheme: light dark;
  box-shadow: 0 0 0 1px rgb(23 27 40 / .08), 0 2px 6px rgb(23 27 40 / .06), 0 20px 56px -12px rgb(23 27 40 / .3);
  transform-origin: ${corner}; transition: opacity 160ms, transform 160ms, visibility 160ms;
}
.frame.folded { opacity: 0; visibility: hidden; transform: translateY(12px) scale(.98); pointer-events: none; }
@keyframes appear { from { opacity: 0; transform: scale(.8); } }
@media (max-width: 480px) {
  .frame { inset: 0; width: 100%; max-width: none; height: 100%; max-height: none; border-radius: 0; }
  .launcher[aria-expanded="true"] { display: none; }
}
@media (prefers-color-scheme: dark) {
  .frame { box-shadow: 0 0 0 1px rgb(255 255 255 / .1), 0 20px 56px -12px rgb(0 0 0 / .7); }
}
@media (prefers-reduced-motion: reduce) { .launcher, .frame { transition: none; animation: none; } }
@media print { .launcher, .frame { display: none; } }
`;
}
