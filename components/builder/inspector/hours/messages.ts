const zh = {
  days: { 1: "周一", 2: "周二", 3: "周三", 4: "周四", 5: "周五", 6: "周六", 7: "周日" },
  closed: "休息",
  nextDay: "次日",
  addInterval: "加一段",
  removeInterval: "删除这一段",
  from: (day: string) => `${day}开始`,
  to: (day: string) => `${day}结束`,
  copy: "把周一的时间用到周二至周五",
  allDay: "全天",
  addDate: "添加特殊日期",
  date: (number: number) => `特殊日期 ${number}`,
  until: (first: string, last: string) => `${first} 至 ${last}`,
};

const en = {
  days: { 1: "Mon", 2: "Tue", 3: "Wed", 4: "Thu", 5: "Fri", 6: "Sat", 7: "Sun" },
  closed: "Closed",
  nextDay: "next day",
  addInterval: "Add hours",
  removeInterval: "Delete these hours",
  from: (day: string) => `${day} from`,
  to: (day: string) => `${day} to`,
  copy: "Use Monday's hours on Tuesday to Friday",
  allDay: "All day",
  addDate: "Add a special date",
  date: (number: number) => `Special date ${number}`,
  until: (first: string, last: string) => `${first} to ${last}`,
} satisfies typeof zh;

export const hoursMessages = { "zh-CN": zh, en };
