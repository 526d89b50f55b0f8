import type { Bundle } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import type { PreviewSettings } from "./preview-settings.ts";
import type { PreviewTalk } from "./preview-talk.ts";

/** What the engine is given; all that is not the interpreter itself. */
export type EngineDeps = {
  /** What the talk runs on, the newest draft or a version, and settings; asked before each move, so that an edit counts from the next one on. */
  getSetup(): { readonly bundle: Bundle; readonly settings: PreviewSettings };
  /** Resolves when what the talk runs on is there. */
  whenReady?(): Promise<void>;
  /** Whether `getTalk` is by now the talk with another bot: whatever is still under way is dropped. */
  isElsewhere?(): boolean;
  getTalk(): PreviewTalk;
  setTalk(talk: PreviewTalk): void;
  /** Asks the matcher of the draft. Rejects when it cannot be reached: that is a failed call. Aborted when the answer is wanted no more. */
  match(
    request: InlineRequest,
    bundle: Bundle,
    asker: PreviewSettings & { readonly signal: AbortSignal },
  ): Promise<Json>;
  now(): number;
  wait(ms: number): Promise<void>;
  /** True while the bot is at work. */
  setBusy(isBusy: boolean): void;
};
