const END = /(?:[?？]|[吗呢么][。.!！~～]*)\s*$/u;

const WORDS_ZH =
  /怎么|怎样|多久|多少|多长|几天|什么时候|为什么|是不是|能不能|可不可以|要不要|哪[里儿些个种天]|谁/u;

/** What is said before the question itself. */
const BEFORE_EN = /^(?:(?:hi|hello|hey|so|and|but|ok|okay|well|wait|actually|sorry|um|hmm)[\s,.!]+)*/iu;

/** Two more words at least: "Will Smith" is a name, and "how much" alone may be anything. */
const START_EN =
  /^(?:how|what|when|where|which|who|why|do|does|did|is|are|can|could|will|would|should|may)(?:['’]\w+)?(?:\s+\S+){2}/iu;

/** Questions by their form alone: "can I get a refund please" asks for the refund. */
const REQUESTS = [
  /^(?:请|麻烦|帮|给我|我要|我想).*(?:可以|好|行|成|方便)[吗么][。.!！?？~～]*\s*$/u,
  /^(?:can|could|will|would|may)\b.*\bplease\W*$/iu,
];

/** Whether a message asks something, as far as its form tells: enough to look it up first, not to decide anything by it. */
export function readsAsQuestion(text: string): boolean {
  const asked = text.trim().replace(BEFORE_EN, "");
  if (REQUESTS.some((request) => request.test(asked))) return false;
  return END.test(text) || WORDS_ZH.test(text) || START_EN.test(asked);
}
