import { type Both, both } from "../../packs/kit/both.ts";

/** Why a node of another builder did not come over as it was, in words for the operator. */
export const reasons = {
  model: both(
    "大模型节点还不能导入：提示词存在备注里，这里先留一个空消息占位",
    "Model nodes cannot be imported yet: the prompt is kept in the note, an empty message holds its place",
  ),
  http: both(
    "接口调用还不能导入：地址存在备注里，密钥没有带过来",
    "API calls cannot be imported yet: the address is kept in the note, keys are left out",
  ),
  code: both(
    "代码不会执行，也不会导入；原文存在备注里",
    "Code is neither run nor imported; it is kept in the note",
  ),
  kind: both(
    "没有对应的节点：原来的设置存在备注里，这里先留一个空消息占位",
    "There is no such node here: its settings are kept in the note, an empty message holds its place",
  ),
  knowledge: both(
    "知识库的内容不在文件里：请选一个问答集，或新建后补充",
    "The knowledge is not in the file: pick a FAQ set, or create one and fill it",
  ),
  classes: both(
    "类别变成了意图，名称作为第一个例句；请每个意图再补几个例句",
    "Classes became intents with their name as the first example; please add a few more",
  ),
  condition: both(
    "有些条件没有对应的比较方式，请检查",
    "Some conditions have no equal here; please check them",
  ),
  expression: both(
    "表达式写法不同，没有带过来，请重新填写",
    "The expression is written differently and was left out; please fill it in",
  ),
  wires: both(
    "一个出口连到多个节点，只保留了第一条线",
    "One exit led to several nodes; only the first wire was kept",
  ),
  inputs: both(
    "表单里的字段变成了变量，请确认在哪里询问",
    "Fields of the form became variables; decide where to ask for them",
  ),
  cut: both("文字太长，超出的部分没有带过来", "The text was too long; the rest was left out"),
} as const satisfies { readonly [code: string]: Both };

export type ReasonCode = keyof typeof reasons;
