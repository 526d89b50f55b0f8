import type { TurnAnswer } from "#server/runtime/contract.ts";
import type { LiveReader } from "../read-talk-live.ts";

/** What one customer did in one talk, and what came of it. */
export type MixedTalk = {
  readonly conversationId: string;
  readonly token: string;
  readonly messages: SentMessage[];
  /** Somebody who looks at the talk all the time. */
  readonly reader: LiveReader;
  /** The talk was ended from outside, as its customer was told. */
  isEnded: boolean;
};

/** One message, sent once or several times. */
export type SentMessage = {
  readonly id: string;
  readonly text: string;
  readonly answers: TurnAnswer[];
  readonly refusals: string[];
  /** It was sent after its customer had been told that the talk is over. */
  readonly isLate: boolean;
};

/** Turns of a talk during which a person owned it: from the first one after `from` to `to`, which is null while it goes on. */
export type Ownership = { readonly conversationId: string; readonly from: number; to: number | null };

/** What happened when, of all talks: printed when something is wrong, so that the interleaving can be read. */
export type Diary = {
  note(about: string, what: string): void;
  /** The lines about the talks that this text names, and about no talk in particular. */
  tell(naming: string): string;
};

const LINES_MAX = 400;

export function createDiary(): Diary {
  const began = performance.now();
  const lines: { readonly about: string; readonly text: string }[] = [];
  return {
    note: (about, what) => {
      lines.push({
        about,
        text: `${(performance.now() - began).toFixed(1)} ms ${about.slice(-6) || "bot"} ${what}`,
      });
    },
    tell: (naming) =>
      lines
        .filter(({ about }) => naming.includes(about))
        .slice(-LINES_MAX)
        .map(({ text }) => text)
        .join("\n"),
  };
}
