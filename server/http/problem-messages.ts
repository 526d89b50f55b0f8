import type { Locale } from "../../flows/kernel/text.ts";
import type { ErrorCode } from "../app-error.ts";

type Texts = {
  readonly title: Readonly<Record<ErrorCode, string>>;
  readonly detail: Readonly<Record<ErrorCode, string>>;
  readonly reason: typeof zhReasons;
};

const zhReasons = {
  required: "必填",
  unknown: "没有这个字段",
  wrong_type: "类型不对",
  wrong_format: "格式不对",
  wrong_value: "取值不对",
  not_allowed: "不在可选范围内",
  too_long: "过长或过大",
  too_short: "过短或过小",
  empty: "不能为空",
  not_json: "不是有效的 JSON",
  too_deep: "嵌套层级过深",
  too_many_values: "内容项过多",
  forbidden_key: "不允许使用这个名称",
  duplicate_key: "重复出现",
  bad_text: "含有无法保存的字符",
  file_type: "不支持这种文件",
  file_missing: "没有收到文件",
  file_unknown: "找不到这个文件",
  expired: "已过期",
};

const enReasons = {
  required: "is required",
  unknown: "is not a known field",
  wrong_type: "has the wrong type",
  wrong_format: "has the wrong format",
  wrong_value: "has a value that is not right",
  not_allowed: "is not one of the allowed values",
  too_long: "is too long or too large",
  too_short: "is too short or too small",
  empty: "must not be empty",
  not_json: "is not valid JSON",
  too_deep: "is nested too deeply",
  too_many_values: "holds too many values",
  forbidden_key: "is not an allowed name",
  duplicate_key: "is given more than once",
  bad_text: "holds characters that cannot be stored",
  file_type: "is of a kind that is not accepted",
  file_missing: "holds no file",
  file_unknown: "is not a file of this conversation",
  expired: "has expired",
} satisfies typeof zhReasons;

export type FieldReason = keyof typeof zhReasons;

const zh: Texts = {
  title: {
    invalid_request: "请求有误",
    identity_invalid: "身份无法确认",
    identity_required: "需要确认身份",
    unauthenticated: "需要凭证",
    forbidden: "没有权限",
    origin_not_allowed: "来源未获允许",
    not_found: "未找到",
    conflict: "内容有冲突",
    conversation_ended: "会话已结束",
    payload_too_large: "内容过大",
    unsupported_media_type: "不支持的内容类型",
    rate_limited: "请求过于频繁",
    bot_unavailable: "暂时无法服务",
    busy: "服务繁忙",
    internal: "服务出错",
  },
  detail: {
    invalid_request: "请求内容有误，请按提示修改后重试。",
    identity_invalid: "身份信息无效或已过期，请刷新页面后重试。",
    identity_required: "请先登录，再发起咨询。",
    unauthenticated: "缺少会话凭证。",
    forbidden: "您没有进行此操作的权限。",
    origin_not_allowed: "这个网站未获准使用该客服。",
    not_found: "您访问的内容不存在，或已被移除。",
    conflict: "内容刚刚发生变化，请刷新后重试。",
    conversation_ended: "本次会话已结束，请开始新的会话。",
    payload_too_large: "内容超出大小限制，请精简后重试。",
    unsupported_media_type: "无法识别这种内容类型。",
    rate_limited: "操作太快了，请稍后再试。",
    bot_unavailable: "客服暂时无法服务，请稍后再来。",
    busy: "当前咨询较多，请稍后重试。",
    internal: "服务出了点问题，请稍后重试。如仍不行，请把请求编号告诉我们。",
  },
  reason: zhReasons,
};

const en: Texts = {
  title: {
    invalid_request: "Invalid request",
    identity_invalid: "Identity not confirmed",
    identity_required: "Identity required",
    unauthenticated: "Token required",
    forbidden: "Not permitted",
    origin_not_allowed: "Origin not allowed",
    not_found: "Not found",
    conflict: "Conflict",
    conversation_ended: "Conversation ended",
    payload_too_large: "Too large",
    unsupported_media_type: "Unsupported content type",
    rate_limited: "Too many requests",
    bot_unavailable: "Not available",
    busy: "Busy",
    internal: "Something went wrong",
  },
  detail: {
    invalid_request: "The request is not right. Correct what is named and try again.",
    identity_invalid: "The identity is not valid or has expired. Reload the page and try again.",
    identity_required: "Please sign in before you start a conversation.",
    unauthenticated: "The conversation's token is missing.",
    forbidden: "You are not permitted to do this.",
    origin_not_allowed: "This website is not allowed to use this bot.",
    not_found: "What you asked for does not exist or has been removed.",
    conflict: "It has just been changed. Reload and try again.",
    conversation_ended: "This conversation has ended. Please start a new one.",
    payload_too_large: "The content is larger than allowed. Shorten it and try again.",
    unsupported_media_type: "This content type is not understood.",
    rate_limited: "That was too fast. Please try again in a moment.",
    bot_unavailable: "Support is not available right now. Please come back a little later.",
    busy: "Many people are asking right now. Please try again in a moment.",
    internal: "Something went wrong on our side. Please try again; if it stays, give us the request id.",
  },
  reason: enReasons,
};

export const problemMessages: Readonly<Record<Locale, Texts>> = { "zh-CN": zh, en };
