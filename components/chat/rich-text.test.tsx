import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { RichText } from "./rich-text.tsx";

const show = (text: string, isLiteral = false) =>
  renderToStaticMarkup(<RichText text={text} isLiteral={isLiteral} />);

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<a href='javascript:alert(1)'>x</a>",
  "<style>*{background:url(https://canary.example)}</style>",
  "<form action=https://canary.example><input name=a></form>",
  "<math><mtext></math><img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java&#10;script:alert(1))",
  "[x](&#x6A;avascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "[x](//canary.example)",
  "[x](/console/logout)",
  '[x](https://ok.example" onmouseover="alert(1))',
  "<https://ok.example/><script>alert(1)</script>",
  "<javascript:alert(1)>",
  "![p](https://canary.example/p.png)",
  "![p](javascript:alert(1))",
  "[![p](https://canary.example/p.png)](javascript:alert(1))",
  "[x]: javascript:alert(1)\n\n[x]",
  'https://ok.example/"onclick=alert(1)',
  "`<script>alert(1)</script>`",
  "```html\n<script>alert(1)</script>\n```",
  "> <script>alert(1)</script>",
  "# <img src=x onerror=alert(1)>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
];

// What the reader's browser would act upon: tags and attributes, not words that only look like them.
const TAGS = /<([a-z0-9-]+)([^>]*)>/gi;
const ALLOWED = new Set("div p br strong em del code pre blockquote hr a span ul ol li".split(" "));
const LINK = /^ href="(https?:|mailto:|tel:)[^"]*" target="_blank" rel="noopener noreferrer nofollow"$/;

describe.each([false, true])("words from outside (literal: %s)", (isLiteral) => {
  test.each(HOSTILE)("do nothing but show: %j", (text) => {
    for (const [, tag = "", attributes = ""] of show(text, isLiteral).matchAll(TAGS)) {
      expect(ALLOWED).toContain(tag.toLowerCase());
      if (tag === "a") expect(attributes).toMatch(LINK);
      else expect(attributes).toMatch(/^( class="(rich|rich-heading|language-html)")?( start="\d+")?$/);
    }
  });
});

describe("Markdown", () => {
  test("keeps emphasis, lists, links and line breaks", () => {
    const html = show("**7 天**内可退\n\n1. 打开订单\n2. 提交\n\n详见 https://shop.example/help。");
    expect(html).toContain("<strong>7 天</strong>");
    expect(html).toContain("<li>打开订单</li>");
    expect(html).toContain('<a href="https://shop.example/help"');
    expect(html).toContain("</a>。");
  });

  test("shows what was meant as a tag as the words it is", () => {
    expect(show("请回复 <订单号>")).toContain("&lt;订单号&gt;");
  });

  test("is not made of what a customer typed", () => {
    expect(show("**1** * 2 * 3 # 4", true)).toContain("**1** * 2 * 3 # 4");
  });
});
