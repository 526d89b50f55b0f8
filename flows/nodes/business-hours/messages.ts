const zh = {
  title: "营业时间",
  description: "看看现在是不是营业时间，认得法定节假日和调休。",
  ports: { open: "营业中", closed: "休息中", holiday: "节假日" },
  fields: {
    timeZone: "时区",
    weekly: "每周营业时间",
    "weekly[].day": "星期",
    "weekly[].from": "从",
    "weekly[].to": "到",
    holidays: "公共假期",
    makeupDay: "调休上班日按星期几的时间",
    overrides: "特殊日期",
    "overrides[].date": "日期",
    "overrides[].lastDate": "到哪一天",
    "overrides[].type": "当天安排",
    "overrides[].hours": "当天营业时间",
    "overrides[].hours[].from": "从",
    "overrides[].hours[].to": "到",
    "overrides[].label": "备注",
  },
  help: {
    weekly: "一天可以有几段；结束早于开始表示到第二天，例如 22:00 到 06:00。",
    holidays: "内置 2026 年放假和调休安排；2027 年只有法定节日当天，调休请在「特殊日期」里补充。",
    makeupDay: "1 是星期一。周末调休上班时，按这一天的营业时间算。",
    overrides: "比公共假期和每周时间优先，例如店庆、盘点、春节加班。",
  },
  values: {
    cn: "中国大陆法定节假日",
    none: "不使用",
    hours: "按指定时间营业",
    closed: "休息",
    holiday: "节假日",
  },
};

const en = {
  title: "Business hours",
  description: "Tells whether you are open now, with public holidays and make-up days of China.",
  ports: { open: "Open", closed: "Closed", holiday: "Holiday" },
  fields: {
    timeZone: "Time zone",
    weekly: "Weekly hours",
    "weekly[].day": "Day",
    "weekly[].from": "From",
    "weekly[].to": "To",
    holidays: "Public holidays",
    makeupDay: "Make-up working days follow weekday",
    overrides: "Special dates",
    "overrides[].date": "Date",
    "overrides[].lastDate": "Last day",
    "overrides[].type": "That day",
    "overrides[].hours": "Hours that day",
    "overrides[].hours[].from": "From",
    "overrides[].hours[].to": "To",
    "overrides[].label": "Note",
  },
  help: {
    weekly: "Several a day are fine. An end before the start lasts into the next day, as 22:00 to 06:00.",
    holidays:
      "Built in: 2026 with its make-up days; for 2027 the statutory days only. Add make-up days under special dates.",
    makeupDay: "1 is Monday. When a weekend day is worked, the hours of this weekday hold.",
    overrides: "Go before public holidays and weekly hours.",
  },
  values: {
    cn: "Mainland China",
    none: "None",
    hours: "Open at these hours",
    closed: "Closed",
    holiday: "Holiday",
  },
} satisfies typeof zh;

export const businessHoursMessages = { "zh-CN": zh, en };
