import { memo } from "react";
import Markdown, { type Components } from "react-markdown";
import { findLinks } from "./find-links.ts";
import { toSafeLink } from "./safe-url.ts";

/** The part of a Markdown tree that the link finder looks at. */
type Node = { type: string; value?: string; url?: string; children?: Node[] };

const ALLOWED = [
  ...["p", "br", "strong", "em", "del", "code", "pre", "blockquote", "hr", "a"],
  ...["ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"],
];

// A heading of an answer is no heading of the page.
const heading: Components["h1"] = ({ children }) => <p className="rich-heading">{children}</p>;

const components: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
};

/**
 * The only way in which words of bots, models, documents and people reach a customer's page.
 * Markdown without HTML and without images; links to http, https, mailto and tel only. `isLiteral`: as typed, only addresses become links.
 */
export const RichText = memo(function RichText({
  text,
  isLiteral,
}: {
  readonly text: string;
  readonly isLiteral: boolean;
}) {
  if (isLiteral) {
    return (
      <div className="rich">
        <p>
          {findLinks(text).map((run, index) =>
            run.href ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text never move.
              <a key={index} href={run.href} target="_blank" rel="noopener noreferrer nofollow">
                {run.text}
              </a>
            ) : (
              run.text
            ),
          )}
        </p>
      </div>
    );
  }
  return (
    <div className="rich">
      <Markdown
        allowedElements={ALLOWED}
        unwrapDisallowed
        urlTransform={(url) => toSafeLink(url)}
        remarkPlugins={[linkAddresses]}
        components={components}
      >
        {text}
      </Markdown>
    </div>
  );
});

function linkAddresses() {
  return (tree: Node): void => linkWithin(tree);
}

function linkWithin(node: Node): void {
  if (!node.children || node.type === "link") return;
  node.children = node.children.flatMap((child) => {
    if (child.type === "text") {
      return findLinks(child.value ?? "").map(({ text, href }): Node => {
        const words: Node = { type: "text", value: text };
        return href ? { type: "link", url: href, children: [words] } : words;
      });
    }
    linkWithin(child);
    return [child];
  });
}
