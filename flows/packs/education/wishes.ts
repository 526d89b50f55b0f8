import { both } from "../kit/both.ts";
import type { Wish } from "../kit/desk.ts";

export const educationWishes: readonly Wish[] = [
  {
    id: "sign-up",
    name: both("报名", "Sign up"),
    to: "sign-up-form",
    zh: "我要报名 | 怎么给孩子报班 | 帮我报编程课 | 想报一期英语口语 | 报名参加数学思维 | 现在还能报吗，我想报 | 给我登记报名 | 我想让孩子来上课",
    en: "I want to sign up | enrol my child | sign my son up for coding | register for the English course | join the maths class | I would like to enrol | put us on the list for next term",
    not: "现在报名有优惠吗 | 学费多少钱 | any promotion now | how much is the tuition",
  },
  {
    id: "trial",
    name: both("预约试听", "Book a trial lesson"),
    to: "trial-form",
    zh: "预约试听 | 想先试听一节 | 可以安排体验课吗 | 约一节试听课 | 周末能试听吗 | 孩子想先体验一下 | 帮我约体验课",
    en: "book a trial lesson | can we try a lesson first | arrange a trial class | I want a trial on the weekend | my child wants to try it out | schedule a demo lesson",
    not: "试听收费吗 | 试听多长时间 | is the trial lesson free",
  },
  {
    id: "find-course",
    name: both("选课建议", "Find a course"),
    to: "advice-age",
    zh: "不知道报什么课 | 推荐一下课程 | 我家孩子适合学什么 | 帮我选课 | 哪门课适合零基础 | 给点建议，学编程还是数学 | 想培养逻辑思维学什么好",
    en: "which course should I choose | recommend a course | what suits my child | help me pick a class | not sure what to study | coding or maths, what is better for us",
  },
  {
    id: "leave",
    name: both("请假", "Ask for leave"),
    to: "leave-form",
    zh: "我要请假 | 这周六来不了了 | 孩子发烧今天请假 | 帮我请一节课的假 | 明天的课不上了 | 请假一次 | 今晚上不了课",
    en: "my child cannot come today | I want to ask for leave | we will miss Saturday's lesson | cancel tomorrow's lesson please | she has a fever and stays home | report an absence",
    not: "请假了可以补课吗 | 请假扣课时吗 | what if we miss a class",
  },
  {
    id: "human-agent",
    name: both("找课程顾问", "Talk to an adviser"),
    to: "service-hours",
    zh: "找老师 | 转人工 | 我想和顾问聊 | 有人吗，要人工 | 投诉老师 | 让校区给我打电话 | 叫负责人来",
    en: "talk to an adviser | I want to speak to a person | call me back please | complain about a teacher | real person | get me the principal",
  },
];
