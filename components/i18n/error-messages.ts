import type { ErrorCode } from "#server/app-error.ts";

type Codes = Readonly<Record<ErrorCode | "offline", string>>;

const zh = {
  codes: {
    invalid_request: "填写的内容有误，请检查后再试",
    unauthenticated: "登录已失效，请重新登录",
    forbidden: "您的角色没有这项权限",
    origin_not_allowed: "请求来源不被允许，请在本站页面中操作",
    not_found: "没有找到，可能已被删除",
    conflict: "内容已被他人修改，请刷新后再试",
    conversation_ended: "对话已经结束",
    payload_too_large: "内容过大",
    unsupported_media_type: "不支持这种格式",
    rate_limited: "尝试次数过多，请稍后再试",
    bot_unavailable: "机器人暂时无法服务",
    busy: "系统繁忙，请稍后再试",
    internal: "系统出错，请稍后再试",
    identity_invalid: "身份验证没有通过",
    identity_required: "需要先验证身份",
    offline: "连接不上服务器，请检查网络",
  } satisfies Codes,
  reasons: {
    wrong_password: "密码不对",
    last_owner: "工作区至少要有一位所有者。请先把所有者交给其他成员",
    own_membership: "不能更改自己的成员身份",
    already_member: "对方已经是工作区成员",
    email_taken: "这个邮箱已注册，请换一个，或直接登录",
    too_many_invitations: "未使用的邀请太多，请先撤销一些",
    too_many_links: "有效的测试链接太多，请先撤销一些",
    too_many_comments: "未解决的评论太多，请先处理一些",
    link_expired: "这个测试链接已过期",
    link_revoked: "这个测试链接已被撤销",
    identity_secret_missing: "请先生成身份密钥，再要求访客验证身份",
    too_many_bots: "机器人太多了，请先删除一些",
    wrong_name: "输入的名称不一致",
    too_short: "密码至少 10 个字符",
    too_long: "密码最多 128 个字符",
    too_common: "这个密码太常见，容易被猜中",
    too_simple: "这个密码太简单，请多用几种字符",
    like_email: "密码里不要包含邮箱名",
  },
  waitMinutes: (minutes: number) => `尝试次数过多，请 ${minutes} 分钟后再试`,
};

const en = {
  codes: {
    invalid_request: "Some of this is not right. Check it and try again",
    unauthenticated: "Your session has ended. Sign in again",
    forbidden: "Your role does not allow this",
    origin_not_allowed: "This request came from another site. Use Jieda’s own pages",
    not_found: "Not found. It may have been deleted",
    conflict: "Somebody else changed this. Refresh and try again",
    conversation_ended: "The conversation has ended",
    payload_too_large: "That is too large",
    unsupported_media_type: "This format is not supported",
    rate_limited: "Too many tries. Wait a moment",
    bot_unavailable: "The bot cannot serve right now",
    busy: "The system is busy. Try again in a moment",
    internal: "Something went wrong. Try again in a moment",
    identity_invalid: "The identity could not be verified",
    identity_required: "A verified identity is required",
    offline: "The server cannot be reached. Check your connection",
  },
  reasons: {
    wrong_password: "The password is wrong",
    last_owner: "A workspace needs at least one owner. Make somebody else owner first",
    own_membership: "You cannot change your own membership",
    already_member: "This person is already a member",
    email_taken: "This e-mail has an account already. Use another, or sign in",
    too_many_invitations: "Too many unused invitations. Revoke some first",
    too_many_links: "Too many open tester links. Revoke some first",
    too_many_comments: "Too many open comments. Resolve some first",
    link_expired: "This tester link has expired",
    link_revoked: "This tester link was revoked",
    identity_secret_missing: "Make an identity secret before you require verified visitors",
    too_many_bots: "There are too many bots. Delete some first",
    wrong_name: "That is not the name of the bot",
    too_short: "Use at least 10 characters",
    too_long: "Use at most 128 characters",
    too_common: "This password is too common to be safe",
    too_simple: "This password is too simple. Use more different characters",
    like_email: "Leave your e-mail name out of the password",
  },
  waitMinutes: (minutes: number) =>
    `Too many tries. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"} and try again`,
} satisfies typeof zh;

export const errorMessages = { "zh-CN": zh, en };

export type ErrorTexts = typeof zh;
