import type { Sql } from "postgres";
import type { WordGroups } from "../understanding/create-rephraser.ts";
import type { BotStore } from "./bot-store.ts";
import { findWords, readWords } from "./load-words.ts";

type Asked = { readonly workspaceId: string; readonly botId: string };

/** What counts beside the words that a bot's version was learned with; a change reaches a turn as soon as a change of the bot does. */
export type WordStore = { get(asked: Asked): WordGroups | Promise<WordGroups> };

export function createWordStore(sql: Sql, bots: BotStore): WordStore {
  const reading = new Map<string, Promise<WordGroups>>();

  const read = (workspaceId: string, stamp: string): Promise<WordGroups> => {
    const key = `${workspaceId}/${stamp}`;
    const running = reading.get(key) ?? readWords(sql, workspaceId, stamp).finally(() => reading.delete(key));
    reading.set(key, running);
    return running;
  };
  const find = (workspaceId: string, stamp: string): WordGroups | Promise<WordGroups> =>
    findWords(workspaceId, stamp) ?? read(workspaceId, stamp);

  return {
    get: ({ workspaceId, botId }) => {
      const stamp = bots.getWordsStamp(botId);
      return stamp instanceof Promise
        ? stamp.then((known) => find(workspaceId, known))
        : find(workspaceId, stamp);
    },
  };
}
