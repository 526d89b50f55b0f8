/** Where kept talks go unless somebody says otherwise; made when the first one is kept. Suites bear the name in either language. */
export const DEFAULT_SUITE_NAMES = { "zh-CN": "常用对话", en: "Common talks" } as const;
