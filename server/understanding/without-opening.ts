const BREAK = String.raw`[\s，,。.、!！~～…]`;

/** What a question opens with and what says nothing of it. Words that can also be part of one only before a pause. */
const OPENINGS = [
  new RegExp(
    `^(?:不好意思|打[扰擾](?:一下|了)?|[请請][问問](?:一下|下)?|麻[烦煩][问問](?:一下|下)|(?:我)?想(?:[请請][问問]|咨[询詢]|[问問])(?:一下|下)?|[顺順]便[问問](?:一下|下|一句)?|[话話][说說]|[对對]了|[问問](?:一下|下))${BREAK}*`,
    "u",
  ),
  new RegExp(
    `^(?:等(?:一)?下|等等|稍等|那个|那個|另外|[还還]有|哦|噢|嗯|那|你好|您好|在[吗嗎]|亲|親)${BREAK}+`,
    "u",
  ),
  /^(?:by the way|btw|excuse me|quick question|just wondering|(?:i )?(?:just )?wanted to ask|can i ask(?: you)?|may i ask|(?:can|could) you tell me|do you know|i(?:'d|’d| would) like to know|i want to know)[\s,.:!]+/iu,
  /^(?:wait|hold on|actually|sorry|also|oh|ah|um|hmm|well|so|and|ok|okay|hi|hello|hey)[\s,.:!]+/iu,
];

/** What may be an opening or the beginning of the question itself: 等下送到吗, 那个多少钱. */
const GLUED = [
  new RegExp(
    `^(?:等(?:一)?下|等等|稍等|那(?:个|個)|那(?![個个邊边裡里些麼么樣样種种件天次位款家])|另外|[还還]有(?:一?个(?:事|[问問][题題]))?|哦+|噢|嗯+|呃|哎|喂|[你您]好|哈[喽嘍]|在[吗嗎](?!$)|[亲親]|老板|客服|(?:我)?[还還]?(?:想|要)?(?:了解|咨[询詢]|[问問])(?:一下|下)?|就是|[还還]想)${BREAK}*`,
    "u",
  ),
  /^(?:one more (?:thing|question)|another (?:thing|question)|quick q|question|(?:sorry )?to (?:bother|ask)(?: you)?|(?:i )?(?:was|am) wondering(?: if)?|there|hiya|please|pls|tell me|(?:i )?have a question|got a question|guys|dear|sir|anyway|just)[\s,.:!]+/iu,
];

/** So many openings one after the other ("hi, sorry, can I ask"). */
const OPENINGS_MAX = 4;
/** What is left of a question must be one still. Looked for in its beginning: a pasted book must not be counted. */
const LETTERS_MIN = 4;
const LEFT_CHARS = 40;

/** A question without what it opens with ("请问", "by the way"); as it is where nothing would be left of it. */
export function withoutOpening(text: string): string {
  return withoutAny(text, OPENINGS);
}

/** The same with words that only may be an opening: worth asking beside the whole. */
export function withoutGluedOpening(text: string): string {
  return withoutAny(text, [...OPENINGS, ...GLUED]);
}

function withoutAny(text: string, openings: readonly RegExp[]): string {
  const whole = text.trim();
  let rest = whole;
  for (let count = 0; count < OPENINGS_MAX; count += 1) {
    const shorter = openings.reduce((left, opening) => left.replace(opening, ""), rest);
    if (shorter === rest) break;
    rest = shorter;
  }
  if (rest === whole) return text;
  const letters = rest.slice(0, LEFT_CHARS).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= LETTERS_MIN ? rest : text;
}
