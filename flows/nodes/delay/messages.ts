const zh = {
  title: "等待",
  description: "等一段时间，或者等到某个时刻再继续。",
  ports: { next: "时间到", interrupted: "客户先说话" },
  fields: {
    until: "等到什么时候",
    durationMs: "等多久",
    time: "几点（时:分）",
    timeZone: "时区",
    moment: "哪个时刻",
    interruptible: "客户说话就不再等",
  },
  help: {
    time: "24 小时制，例如 09:00。已经过了就等到明天。",
    moment: "表达式，结果是带时区的日期时间，或 1970 年以来的毫秒数。已经过去就不等。",
  },
  values: { duration: "一段时间", time: "每天的某个时间", moment: "指定的时刻" },
};

const en = {
  title: "Delay",
  description: "Waits for a while or until a given time.",
  ports: { next: "Time is up", interrupted: "Customer wrote first" },
  fields: {
    until: "Wait for",
    durationMs: "How long",
    time: "Time (HH:MM)",
    timeZone: "Time zone",
    moment: "Which moment",
    interruptible: "A message ends the wait",
  },
  help: {
    time: "24-hour clock, for example 09:00. If it has passed, tomorrow's.",
    moment:
      "An expression that gives a date-time with its zone, or milliseconds since 1970. The past does not wait.",
  },
  values: { duration: "A while", time: "A time of day", moment: "A given moment" },
} satisfies typeof zh;

export const delayMessages = { "zh-CN": zh, en };
