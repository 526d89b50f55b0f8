import { toPlain } from "../../answers/normalise.ts";

/** Languages that can be told apart, by ISO 639-1. They are names of ports: never renamed. */
export const LANGUAGES = [
  "zh",
  "en",
  "ja",
  "ko",
  "ru",
  "ar",
  "th",
  "vi",
  "fr",
  "de",
  "es",
  "pt",
  "it",
  "id",
] as const;

export type Language = (typeof LANGUAGES)[number];

const MESSAGE_MAX_CHARS = 2_000;
/** A trace of kana makes Han Japanese: a Chinese sentence has none. */
const KANA_SHARE_MIN = 0.1;

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Cyrillic}/gu, "ru"],
];

/** Everyday words and letters that the others do not share. */
const LATIN: readonly {
  readonly language: Language;
  readonly words: string;
  readonly letters: RegExp | null;
}[] = [
  {
    language: "en",
    words:
      "the and is are was were you your my i'm it's don't can't how what when where why who which do does did have has not of to for with this that please hello hi hey thanks thank would could should will order need want when any get",
    letters: null,
  },
  {
    language: "fr",
    words:
      "le la les un une des et est sont je vous nous mon ma mes votre vos pas ne que qui quoi où comment pourquoi pour avec dans sur bonjour merci salut c'est j'ai quand combien commande",
    letters: /[àâçèêëîïœùûÿ]/gu,
  },
  {
    language: "de",
    words:
      "der die das und ist sind ich sie wir mein meine ihr ihre nicht kein keine wie was wann wo warum wer bitte danke hallo mit für auf von zu ein eine einen habe kann wird bestellung",
    letters: /[äöüß]/gu,
  },
  {
    language: "es",
    words:
      "el los las una y es son yo usted mi mis su sus no qué quién cómo cuándo dónde cuánto por para con en hola gracias pedido quiero puedo tengo está cuanto como donde",
    letters: /[ñ¿¡áíóú]/gu,
  },
  {
    language: "pt",
    words:
      "o os as um uma e é são eu você meu minha seu sua não que quem como quando onde quanto por para com em olá oi obrigado obrigada pedido quero posso tenho está",
    letters: /[ãõçâêô]/gu,
  },
  {
    language: "it",
    words:
      "il lo gli un una e è sono io lei mio mia suo non che chi come quando dove quanto perché per con in ciao grazie buongiorno ordine vorrei posso ho della",
    letters: /[àèìòù]/gu,
  },
  {
    language: "id",
    words:
      "yang dan di ke dari saya anda kami tidak bukan apa siapa bagaimana kapan dimana berapa untuk dengan ini itu halo terima kasih pesanan bisa ada mau sudah belum tolong kenapa",
    letters: null,
  },
  {
    language: "vi",
    words: "tôi bạn không có là và của cho được khi nào gì sao xin chào cảm ơn đơn hàng bao nhiêu thế",
    letters: /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gu,
  },
];

const WORDS = LATIN.map(({ words }) => new Set(words.split(/\s+/)));
/** A letter that only a few languages have tells less than a word of one. */
const LETTER_WEIGHT = 0.6;
/** `OK`, a name, an order number: too little to tell by. */
const PLAIN_LETTERS_MIN = 4;

/** The language of a message; null when it cannot be told, as with `OK`, a number or an emoji. */
export function detectLanguage(text: string): Language | "other" | null {
  const plain = toPlain(text).slice(0, MESSAGE_MAX_CHARS).toLowerCase();
  const han = count(plain, /\p{Script=Han}/gu);
  const kana = count(plain, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const latin = count(plain, /\p{Script=Latin}/gu);
  const others = SCRIPTS.map(([script, language]) => ({ language, letters: count(plain, script) }));
  const east = {
    language: kana > (han + kana) * KANA_SHARE_MIN ? ("ja" as const) : ("zh" as const),
    letters: han + kana,
  };
  const [best] = [east, ...others].sort((a, b) => b.letters - a.letters);
  // One Han character says as much as a short word of letters.
  if (best !== undefined && best.letters > 0 && best.letters * 3 >= latin) return best.language;
  if (latin > 0) return detectLatin(plain, latin);
  return count(plain, /\p{L}/gu) > 0 ? "other" : null;
}

function detectLatin(plain: string, latin: number): Language | "other" | null {
  const words = plain.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu) ?? [];
  const scores = LATIN.map(({ language, letters }, at) => {
    const known = words.filter((word) => WORDS[at]?.has(word.replace("’", "'"))).length;
    return {
      language,
      score: known + (letters === null ? 0 : Math.min(3, count(plain, letters)) * LETTER_WEIGHT),
    };
  }).sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best !== undefined && best.score > (second?.score ?? 0)) return best.language;
  const isPlain = !/[^\p{ASCII}]/u.test(words.join(""));
  if (isPlain) return latin >= PLAIN_LETTERS_MIN && !isCode(plain) ? "en" : null;
  return best === undefined || best.score === 0 ? "other" : best.language;
}

const isCode = (plain: string): boolean => /^\S*\d\S*$/u.test(plain.trim());

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
