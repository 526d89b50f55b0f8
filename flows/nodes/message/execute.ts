import type { z } from "zod";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import type { Part } from "../../kernel/protocol.ts";
import type { Text } from "../../kernel/text.ts";
import { sayParts } from "../say.ts";
import type { Block, messageNode } from "./definition.ts";
import { isSafeUrl } from "./safe-url.ts";

export const messageExecutor: Executor<z.output<typeof messageNode.config>> = {
  enter: (config, context) => {
    const messages = config.blocks
      .filter(({ channels }) => channels.length === 0 || channels.includes(context.channel))
      .map((block) => toParts(block, context));
    const options = config.quickReplies
      .map(({ id, label }) => ({ id, label: context.text(label) }))
      .filter(({ label }) => label.trim() !== "");
    const last = messages.pop() ?? [];
    const closing: readonly Part[] =
      options.length === 0 ? last : [...last, { type: "choices", options, multiple: false }];
    return {
      type: "leave",
      port: "next",
      effects: [...messages, closing]
        .filter((parts) => parts.length > 0)
        .map((parts) => ({ ...sayParts(parts), typingMs: config.typingMs })),
    };
  },
};

/** Nothing when a picture or file has no address that a browser may follow: a broken one helps nobody. */
function toParts(block: Block, context: NodeContext): readonly Part[] {
  const text = (source: Text) => context.text(source);
  switch (block.type) {
    case "text":
      return [{ type: "text", text: text(pickVariant(block, context)) }];
    case "image":
      return withUrl(text(block.url), (url) => ({ type: "image", url, alt: text(block.alt) }));
    case "file": {
      const { mediaType, size } = block;
      return withUrl(text(block.url), (url) => ({
        type: "file",
        url,
        name: text(block.name),
        mediaType,
        size,
      }));
    }
    case "card":
      return [
        {
          type: "card",
          title: text(block.title),
          text: text(block.text),
          fields: block.fields.map(({ label, value }) => ({ label: text(label), value: text(value) })),
          imageUrl: toSafeUrl(text(block.imageUrl ?? "")),
          links: block.links.flatMap(({ label, url }) => toLink(text(label), text(url))),
        },
      ];
    case "link": {
      const links = toLink(text(block.label), text(block.url));
      return [
        { type: "card", title: text(block.label), text: text(block.text), fields: [], imageUrl: null, links },
      ];
    }
  }
}

function pickVariant(block: Extract<Block, { type: "text" }>, context: NodeContext): Text {
  if (block.variants.length === 0) return block.text;
  const wordings = [block.text, ...block.variants];
  return wordings[Math.floor(context.random() * wordings.length)] ?? block.text;
}

function withUrl(source: string, toPart: (url: string) => Part): readonly Part[] {
  const url = toSafeUrl(source);
  return url === null ? [] : [toPart(url)];
}

function toLink(label: string, source: string): readonly { readonly label: string; readonly url: string }[] {
  const url = toSafeUrl(source);
  return url === null ? [] : [{ label, url }];
}

function toSafeUrl(source: string): string | null {
  const url = source.trim();
  return isSafeUrl(url) ? url : null;
}
