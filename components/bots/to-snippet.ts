/** The same line that `bot.embedSnippet` gives, from what the list already knows. */
export const toSnippet = (bot: { readonly chatUrl: string; readonly key: string }): string =>
  `<script async src="${new URL("/widget.js", bot.chatUrl).href}" data-bot="${bot.key}"></script>`;
