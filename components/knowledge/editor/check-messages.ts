const zh = {
  checks: {
    title: "检查",
    checking: "正在和其他问答比对…",
    fine: "没有发现问题",
    failed: "暂时无法检查",
    conflict: (near: string) => `和「${near}」的答案不一样`,
    duplicate: (near: string) => `和「${near}」几乎相同`,
    because: (text: string) => `因为问法「${text}」`,
    nearness: (percent: number) => `${percent}% 相近`,
    open: "打开",
  },
  lints: {
    no_answer: "还没有答案，不能提交审核",
    no_answer_in_language: (locale: string) => `有${locale}问题，却没有${locale}答案`,
    date_without_end: (found: string) => `答案里写了日期「${found}」，请设最后一天，免得过期还在发`,
    price_without_end: (found: string) => `答案里写了价格「${found}」，请设最后一天或复核周期`,
    forbidden_word: (found: string, preferred: string) => `写了「${found}」，术语表要求写「${preferred}」`,
    answer_long: (chars: number, advised: number) => `答案有 ${chars} 个字，超过 ${advised} 字客户往往读不完`,
    few_phrasings: (count: number, advised: number) => `只有 ${count} 种问法，建议至少 ${advised} 种`,
    phrasing_twice: (text: string) => `「${text}」写了两遍`,
    negative_is_phrasing: (text: string) => `「${text}」既是问法又是不该匹配的说法`,
    expired: "已过最后一天，客户收不到它",
    ends_before_start: "最后一天早于生效日期",
  },
};

const en = {
  checks: {
    title: "Checks",
    checking: "Comparing with the other entries…",
    fine: "Nothing found",
    failed: "Checking is not possible right now",
    conflict: (near: string) => `Answers differently from “${near}”`,
    duplicate: (near: string) => `Nearly the same as “${near}”`,
    because: (text: string) => `because of “${text}”`,
    nearness: (percent: number) => `${percent}% alike`,
    open: "Open",
  },
  lints: {
    no_answer: "There is no answer yet; it cannot be submitted",
    no_answer_in_language: (locale: string) => `There is a question in ${locale}, but no answer`,
    date_without_end: (found: string) =>
      `The answer names a date, “${found}”. Set a last day, so that it ends in time`,
    price_without_end: (found: string) => `The answer names a price, “${found}”. Set a last day or a review`,
    forbidden_word: (found: string, preferred: string) =>
      `It says “${found}”; the glossary wants “${preferred}”`,
    answer_long: (chars: number, advised: number) =>
      `The answer has ${chars} characters. Few customers read more than ${advised}`,
    few_phrasings: (count: number, advised: number) =>
      `${count} ways of asking; at least ${advised} are advised`,
    phrasing_twice: (text: string) => `“${text}” is there twice`,
    negative_is_phrasing: (text: string) => `“${text}” is a phrasing and must not match at once`,
    expired: "Its last day is over; no customer gets it",
    ends_before_start: "The last day comes before the first",
  },
} satisfies typeof zh;

export const checkMessages = { "zh-CN": zh, en };
