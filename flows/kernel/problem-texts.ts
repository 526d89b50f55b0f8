import type { Locale } from "./text.ts";

const zh = {
  unreadable: "文件读不出来，它不是一份完整的 JSON。",
  too_deep: "文件里的内容嵌套超过 {max} 层，无法打开。",
  forbidden_key: "文件里有不允许的字段「{key}」。",
  unknown_schema: "这不是流程文件，或者版本号有误。",
  newer_schema: "这份流程由更新的版本导出（格式 {schema}，这里支持到 {max}），请先升级。",
  failed_document_migration: "这份流程的格式太旧或已损坏，升级失败（{name}）。",
  invalid_document: "「{path}」{reason}",
  too_large: "流程太大：{what} {size}，上限 {max}。",
  duplicate_node: "有两个节点的编号都是「{id}」。",
  duplicate_edge: "有两条连线的编号都是「{id}」。",
  duplicate_variable: "变量「{name}」定义了两次。",
  reserved_variable: "「{name}」是系统自带的名字，请给变量换一个名字。",
  missing_start: "流程没有「开始」节点。",
  several_starts: "流程有 {count} 个「开始」节点，只能留一个。",
  edge_without_source: "一条连线的起点已经不存在。",
  edge_without_target: "「{node}」的「{port}」连到了一个已经不存在的节点。",
  edge_without_port: "「{node}」没有「{port}」这个出口，这条连线不会生效。",
  port_wired_twice: "「{node}」的「{port}」连了两条线，只能留一条。",
  unknown_kind: "「{node}」的类型「{kind}」来自更新的版本，这里运行不了。",
  newer_version: "「{node}」由更新的版本保存，这里运行不了。",
  failed_migration: "「{node}」的旧设置读不出来，请重新设置。",
  invalid_config: "「{node}」的「{field}」：{reason}",
  missing_field: "「{node}」的「{field}」还没有填写。",
  port_not_wired: "「{node}」的「{port}」还没有连到下一步。",
  port_not_handled: "「{node}」的「{port}」没有连线，到了这里会走流程的兜底。",
  subflow_port_not_wired: "「{node}」的「{port}」没有连线，到了这里会回到上一级流程。",
  error_port_not_wired: "「{node}」设置为出错时走「出错」出口，但这个出口还没有连线。",
  unreachable_node: "没有任何路径能走到「{node}」。",
  endless_cycle: "{nodes} 连成了一个圈，圈里没有等待客户的节点，会一直转下去。",
  unknown_variable: "「{node}」用到了没有定义的变量「{name}」。",
  unknown_settings_variable: "流程设置里用到了没有定义的变量「{name}」。",
  bad_expression: "「{node}」的表达式写得不对（第 {position} 个字符附近）：{source}",
  bad_template: "「{node}」的文字里，{{ }} 中的表达式写得不对（第 {position} 个字符附近）。",
  bad_settings_template: "流程设置的文字里，{{ }} 中的表达式写得不对（第 {position} 个字符附近）。",
  bad_pattern: "「{node}」的正则表达式用不了：{source}（不支持前后查找和反向引用）",
  missing_node: "「{node}」指向的节点已经不存在。",
  missing_settings_node: "流程设置「{setting}」指向的节点已经不存在。",
  missing_flow: "「{node}」调用的子流程已经不存在。",
  missing_faq_set: "「{node}」用到的问答库已经不存在。",
  missing_base: "「{node}」用到的知识库已经不存在。",
  missing_settings_base: "流程设置「插问」用到的知识库已经不存在。",
  unreleased_base: "「{node}」用到的知识库「{name}」还没有发布过，暂时什么也答不上来。",
  base_without_documents: "「{node}」要查的知识库「{name}」里还没有读好的文档，暂时什么也查不到。",
  base_without_cases: "「{node}」要查的知识库「{name}」里还没有审核通过的案例，暂时什么也查不到。",
  base_without_facts: "「{node}」要查的知识库「{name}」的图谱里还没有采纳的事实，暂时什么也查不到。",
  unreleased_settings_base: "流程设置「插问」用到的知识库「{name}」还没有发布过，暂时什么也答不上来。",
  missing_settings_faq_set: "流程设置「插问」用到的问答库已经不存在。",
  recursive_subflow: "子流程绕了一圈又调用了自己：{flows}。",
  subflows_too_deep: "子流程一层套一层超过了 {max} 层：{flows}。",
  unknown_subflow_variable: "「{node}」用到了子流程里没有的变量「{name}」。",
  unknown_intent: "「{node}」里的意图「{name}」没有任何节点会识别出来，这个出口永远走不到。",
  type_mismatch: "「{node}」把{used}当成{wanted}用，结果不会对。",
  wrong_type_written: "「{node}」把{used}存进变量「{name}」，但它是{wanted}。",
  unused_variable: "变量「{name}」没有任何地方用到。",
  variable_never_set: "变量「{name}」一直是空的：有地方读它，但没有节点给它赋值，也没有默认值。",
  plain_secret: "「{node}」里像是直接写了密钥（{shown}）。请不要把密钥写进流程。",
  plain_secret_in_variable: "变量「{name}」的默认值像是密钥（{shown}）。请不要把密钥写进流程。",
  plain_secret_in_settings: "流程设置的文字里像是直接写了密钥（{shown}）。请不要把密钥写进流程。",
  plain_secret_in_faq: "问答库「{name}」的「{question}」里像是直接写了密钥（{shown}），客户会看到它。",
  personal_data_unguarded:
    "「{node}」收集客户的{data}，但变量「{name}」的数据级别是「一般」，记录里会直接显示。建议改为「{level}」。",
  no_consent: "「{node}」向客户收集{data}，但之前没有征得客户同意。请先说明用途并征得同意。",
  text_missing_language: "「{node}」的文字缺少{language}，这样的客户会看到另一种语言。",
  settings_text_missing_language: "流程设置的文字缺少{language}，这样的客户会看到另一种语言。",
  text_too_long: "「{node}」的文字约 {bytes} 字节，超过{channel}的上限 {max} 字节，会被拆成几条或截断。",
  part_not_shown: "「{node}」的{part}在{channel}上显示不了，会改成文字。",
  too_many_buttons: "「{node}」有 {count} 个按钮，{channel}最多 {max} 个，会改成编号文字。",
  slow_first_answer:
    "客户在公众号上发来消息后，到「{node}」可能超过 {seconds} 秒还看不到任何回复，容易重复提问。请先回一句，例如「正在为您查询」。",
  silent_after_question:
    "客户答完「{from}」，这句话就用掉了，「{node}」看不到它：客户只会读到一句“这个我还答不上来”，然后干等。想查这句话，请让客户直接说到「{node}」，不要先用「{from}」接住；不然请在中间回一句。",
  silent_circle:
    "从「{from}」的「{port}」出去，什么也没说就等在「{node}」：客户只会读到一句“这个我还答不上来”。请在这条线上加一步，例如「澄清」或「发送消息」，或换一处查找。",
  confused_intents:
    "「{from}」容易被认成「{to}」：抽测它的 {asked} 句例句，认错 {count} 句，如「{sentence}」。请把它们改得更明确、移到对的意图、多写几句例句，或者合并这两个意图。",
  confused_answers:
    "「{from}」容易被当成「{to}」：抽测它的 {asked} 种问法，认错 {count} 种，如「{sentence}」。请把它们改得更明确、移到对的问题、多写几种问法，或者合并这两个问题。",
  faq_answer_too_long:
    "问答库「{name}」的「{question}」答案约 {bytes} 字节，超过{channel}的上限 {max} 字节，会被拆成几条或截断。",
  empty_faq_answer: "问答库「{name}」的「{question}」还没有答案。",
  empty_faq_question: "问答库「{name}」里有一条没有写问题。",
  duplicate_faq_question: "问答库「{name}」里「{question}」出现在两条问答中，命中哪一条不确定。",
  faq_missing_language: "问答库「{name}」有 {count} 条缺少{language}，例如「{question}」。",
};

const en = {
  unreadable: "The file cannot be read; it is not complete JSON.",
  too_deep: "The file is nested more than {max} levels deep and cannot be opened.",
  forbidden_key: "The file holds the field “{key}”, which is not allowed.",
  unknown_schema: "This is not a flow file, or its version is wrong.",
  newer_schema:
    "This flow was exported by a newer release (format {schema}, here up to {max}). Please upgrade first.",
  failed_document_migration: "The format of this flow is too old or damaged; the upgrade failed ({name}).",
  invalid_document: "“{path}”: {reason}",
  too_large: "The flow is too large: {what} {size}, at most {max}.",
  duplicate_node: "Two nodes have the id “{id}”.",
  duplicate_edge: "Two wires have the id “{id}”.",
  duplicate_variable: "The variable “{name}” is defined twice.",
  reserved_variable: "“{name}” is a built-in name. Give the variable another one.",
  missing_start: "The flow has no start node.",
  several_starts: "The flow has {count} start nodes; only one may stay.",
  edge_without_source: "A wire begins at a node that no longer exists.",
  edge_without_target: "“{port}” of “{node}” leads to a node that no longer exists.",
  edge_without_port: "“{node}” has no port “{port}”, so this wire does nothing.",
  port_wired_twice: "“{port}” of “{node}” has two wires; only one may stay.",
  unknown_kind: "“{node}” is of the kind “{kind}” from a newer release and cannot run here.",
  newer_version: "“{node}” was saved by a newer release and cannot run here.",
  failed_migration: "The old settings of “{node}” cannot be read. Please set it up again.",
  invalid_config: "“{field}” of “{node}”: {reason}",
  missing_field: "“{field}” of “{node}” still has to be filled in.",
  port_not_wired: "“{port}” of “{node}” does not lead anywhere yet.",
  port_not_handled: "“{port}” of “{node}” has no wire; the flow's fallback will take over there.",
  subflow_port_not_wired: "“{port}” of “{node}” has no wire; the talk returns to the calling flow there.",
  error_port_not_wired: "“{node}” is set to leave through its error port, but that port has no wire.",
  unreachable_node: "No path leads to “{node}”.",
  endless_cycle: "{nodes} form a circle in which nothing waits for the customer; it would turn for ever.",
  unknown_variable: "“{node}” uses the variable “{name}”, which is not defined.",
  unknown_settings_variable: "The flow's settings use the variable “{name}”, which is not defined.",
  bad_expression: "The expression of “{node}” is not right (near character {position}): {source}",
  bad_template: "In the text of “{node}”, the expression in {{ }} is not right (near character {position}).",
  bad_settings_template:
    "In a text of the flow's settings, the expression in {{ }} is not right (near character {position}).",
  bad_pattern:
    "The regular expression of “{node}” cannot be used: {source} (no look-around, no back-references)",
  missing_node: "“{node}” points at a node that no longer exists.",
  missing_settings_node: "The setting “{setting}” of the flow points at a node that no longer exists.",
  missing_flow: "“{node}” calls a sub-flow that no longer exists.",
  missing_faq_set: "“{node}” uses an FAQ set that no longer exists.",
  missing_base: "“{node}” uses a knowledge base that no longer exists.",
  missing_settings_base: "The flow's setting for side questions uses a knowledge base that no longer exists.",
  unreleased_base:
    "“{node}” uses the knowledge base “{name}”, which has not been released yet and knows no answer.",
  base_without_documents:
    "“{node}” searches the knowledge base “{name}”, which holds no document that has been read yet.",
  base_without_cases: "“{node}” searches the knowledge base “{name}”, which holds no approved case yet.",
  base_without_facts:
    "“{node}” asks the graph of the knowledge base “{name}”, of which no fact has been accepted yet.",
  unreleased_settings_base:
    "The flow's setting for side questions uses the knowledge base “{name}”, which has not been released yet and knows no answer.",
  missing_settings_faq_set: "The flow's setting for side questions uses an FAQ set that no longer exists.",
  recursive_subflow: "A sub-flow leads back to itself: {flows}.",
  subflows_too_deep: "Sub-flows are nested more than {max} deep: {flows}.",
  unknown_subflow_variable: "“{node}” uses the variable “{name}”, which the sub-flow does not have.",
  unknown_intent: "No node recognises the intent “{name}” of “{node}”, so this port is never taken.",
  type_mismatch: "“{node}” uses {used} where {wanted} belongs; the result will not be right.",
  wrong_type_written: "“{node}” stores {used} in the variable “{name}”, which is {wanted}.",
  unused_variable: "The variable “{name}” is not used anywhere.",
  variable_never_set:
    "The variable “{name}” stays empty: it is read, but no node sets it and it has no default.",
  plain_secret: "“{node}” seems to hold a secret in plain text ({shown}). Keep secrets out of flows.",
  plain_secret_in_variable:
    "The default of the variable “{name}” seems to be a secret ({shown}). Keep secrets out of flows.",
  plain_secret_in_settings:
    "A text of the flow's settings seems to hold a secret ({shown}). Keep secrets out of flows.",
  plain_secret_in_faq:
    "“{question}” in the FAQ set “{name}” seems to hold a secret ({shown}); customers would see it.",
  personal_data_unguarded:
    "“{node}” asks customers for {data}, but the data class of the variable “{name}” is “general”, so records show it openly. Choose “{level}”.",
  no_consent:
    "“{node}” asks customers for {data} without their consent before it. Say what it is for and ask for consent first.",
  text_missing_language:
    "A text of “{node}” is missing in {language}; those customers would read the other language.",
  settings_text_missing_language:
    "A text of the flow's settings is missing in {language}; those customers would read the other language.",
  text_too_long:
    "A text of “{node}” has about {bytes} bytes; {channel} takes {max}, so it will be split or cut.",
  part_not_shown: "{channel} cannot show {part} of “{node}”; it becomes plain text.",
  too_many_buttons: "“{node}” has {count} buttons; {channel} shows {max}, so they become a numbered text.",
  slow_first_answer:
    "On WeChat official accounts a customer may read nothing for more than {seconds} seconds when the talk comes to “{node}”, and ask again. Say something first, such as “One moment, I am looking it up”.",
  silent_after_question:
    "What the customer says to “{from}” is used up as its answer: “{node}” cannot see it, and the customer only reads that there is no answer. To look it up, let “{node}” hear it without “{from}” in between; otherwise say something first.",
  silent_circle:
    "From “{port}” of “{from}” the talk comes to wait at “{node}” with nothing said: the customer only reads that there is no answer. Put a step on this wire, such as “Clarify” or “Message”, or look somewhere else.",
  confused_intents:
    "“{from}” is often taken for “{to}”: of {asked} examples that were tested, {count} went wrong, such as “{sentence}”. Reword them, move them to where they belong, add examples, or merge the two intents.",
  confused_answers:
    "“{from}” is often taken for “{to}”: of {asked} ways to ask that were tested, {count} went wrong, such as “{sentence}”. Reword them, move them to where they belong, add others, or merge the two questions.",
  faq_answer_too_long:
    "The answer to “{question}” in the FAQ set “{name}” has about {bytes} bytes; {channel} takes {max}, so it will be split or cut.",
  empty_faq_answer: "“{question}” in the FAQ set “{name}” has no answer yet.",
  empty_faq_question: "An entry of the FAQ set “{name}” has no question.",
  duplicate_faq_question:
    "“{question}” stands in two entries of the FAQ set “{name}”; which one is found is left to chance.",
  faq_missing_language:
    "{count} entries of the FAQ set “{name}” are missing in {language}, such as “{question}”.",
} satisfies typeof zh;

export type ProblemCode = keyof typeof zh;

/** What the checks say to authors. `{name}` is filled in with a fact. */
export const PROBLEM_TEXTS: { readonly [L in Locale]: { readonly [Code in ProblemCode]: string } } = {
  "zh-CN": zh,
  en,
};
