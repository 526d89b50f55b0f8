import { both } from "../kit/both.ts";
import type { Qa } from "../kit/faq.ts";

const COURSES = both("课程", "Courses");
const FEES = both("费用", "Fees");
const LESSONS = both("上课", "Lessons");

export const educationFaq: readonly Qa[] = [
  {
    id: "tuition",
    category: FEES,
    question: both("学费多少钱？", "How much is the tuition?"),
    zh: "一期多少钱 | 课程怎么收费 | 一节课多少钱 | 学费贵不贵 | 报一年多少钱",
    en: "what does a course cost | price per lesson | how much do you charge | course fees",
    answer: both(
      "少儿编程 2,980 元、英语口语 3,280 元、数学思维 2,680 元，一期 20 节，含教材。连报两期减 300 元。",
      "Kids' coding ¥2,980, spoken English ¥3,280, maths thinking ¥2,680 for 20 lessons with materials. Two terms together save ¥300.",
    ),
  },
  {
    id: "installment",
    category: FEES,
    question: both("可以分期付款吗？", "Can I pay in instalments?"),
    zh: "学费能分几次付吗 | 支持花呗吗 | 能不能先付一半 | 分期要利息吗",
    en: "can I pay monthly | do you offer a payment plan | pay half now | is there interest on instalments",
    answer: both(
      "可以分 3 期，无手续费：报名付 40%，第 8 节和第 14 节课前各付 30%。不使用任何贷款。",
      "Yes, in three parts without fees: 40% at sign-up, 30% before lesson 8 and 30% before lesson 14. No loans involved.",
    ),
  },
  {
    id: "refund",
    category: FEES,
    question: both("不上了可以退费吗？", "Can I get a refund?"),
    zh: "退费规则 | 上了几节课能退多少 | 学费能退吗 | 退款要多久到账 | 不想学了怎么退钱",
    en: "refund policy | how much do I get back if we stop | how long does a refund take | money back",
    answer: both(
      "开课前全额退；开课后按剩余课时退，已发教材按 120 元扣除。提交申请后 7 个工作日内原路退回。",
      "In full before the first lesson; after that for the lessons left, less ¥120 for materials. Paid back within 7 working days.",
    ),
  },
  {
    id: "discount",
    category: FEES,
    question: both("有优惠活动吗？", "Are there any discounts?"),
    zh: "现在报名有优惠吗 | 老带新有什么奖励 | 两个孩子一起报便宜吗 | 团购价",
    en: "any promotion now | do siblings get a discount | refer a friend reward | group price",
    answer: both(
      "两个孩子同报各减 10%；老学员推荐，双方各送 2 节课。优惠不叠加。",
      "Siblings get 10% off each; if a student refers you, both get 2 lessons free. Offers do not add up.",
    ),
  },
  {
    id: "age",
    category: COURSES,
    question: both("几岁可以学？", "From what age can children join?"),
    zh: "多大的孩子能上 | 5 岁可以报吗 | 适合什么年龄 | 小学三年级能学什么 | 年龄要求",
    en: "what age is it for | can a five year old join | is my child too young | age groups",
    answer: both(
      "数学思维 5 至 8 岁，少儿编程 7 至 14 岁，英语口语 6 岁以上。按水平分班，不只看年龄。",
      "Maths thinking from 5 to 8, coding from 7 to 14, spoken English from 6 years. We place by level, not age alone.",
    ),
  },
  {
    id: "class-size",
    category: LESSONS,
    question: both("一个班多少人？", "How big are the classes?"),
    zh: "几个人一个班 | 是小班吗 | 有一对一吗 | 班上有多少学生",
    en: "how many students in a class | are classes small | do you offer one-to-one | group size",
    answer: both(
      "小班 4 至 8 人，一名主讲加一名助教。也有一对一，260 元一节。",
      "Groups of 4 to 8 with a teacher and an assistant. One-to-one is ¥260 a lesson.",
    ),
  },
  {
    id: "teachers",
    category: COURSES,
    question: both("老师是什么水平？", "Who are the teachers?"),
    zh: "师资怎么样 | 有外教吗 | 老师有教师资格证吗 | 老师会经常换吗",
    en: "are the teachers qualified | do you have native speakers | does the teacher change | teacher experience",
    answer: both(
      "主讲老师都有教师资格证和 3 年以上教学经验，口语课由外教上。一期之内不换老师。",
      "All are certified with over 3 years of teaching; spoken English is taught by native speakers. A class keeps its teacher for the term.",
    ),
  },
  {
    id: "schedule",
    category: LESSONS,
    question: both("什么时候上课？", "When are the lessons?"),
    zh: "上课时间 | 周末有课吗 | 晚上能上吗 | 一周几节课 | 寒暑假上课吗",
    en: "class times | are there weekend classes | evening lessons | how many lessons a week",
    answer: both(
      "每周 1 节，90 分钟：周三至周五 18:30，周六日 9:00、10:45、14:00、15:45。寒暑假另开集训班。",
      "Once a week for 90 minutes: Wednesday to Friday 18:30, weekends 9:00, 10:45, 14:00 and 15:45. Intensive classes run in the holidays.",
    ),
  },
  {
    id: "make-up",
    category: LESSONS,
    question: both("请假了可以补课吗？", "Can we make up a missed lesson?"),
    zh: "缺课怎么补 | 生病不能来怎么办 | 请假扣课时吗 | 落下的课怎么办",
    en: "what if we miss a class | my child is ill, do we lose the lesson | how do I ask for leave",
    answer: both(
      "提前 4 小时请假不扣课时，可插班补课或看录播，每期最多 3 次。",
      "Tell us 4 hours ahead and you lose nothing: join another class or watch the recording, up to 3 times a term.",
    ),
  },
  {
    id: "online",
    category: LESSONS,
    question: both("有线上课吗？", "Are there online classes?"),
    zh: "能在家上网课吗 | 线上和线下一样吗 | 网课用什么软件 | 外地可以上吗",
    en: "can we study from home | is online the same as in class | which app do you use | we live in another city",
    answer: both(
      "编程和口语有线上直播小班，用腾讯会议，老师和教材与线下相同，每期便宜 400 元。",
      "Coding and English run live online in Tencent Meeting with the same teachers and materials, ¥400 less a term.",
    ),
  },
  {
    id: "location",
    category: LESSONS,
    question: both("校区在哪里？", "Where are you?"),
    zh: "地址 | 怎么过去 | 有几个校区 | 附近有地铁吗 | 可以停车吗",
    en: "what is the address | how do I get there | how many schools do you have | is there parking",
    answer: both(
      "滨江校区：江南大道 88 号 3 楼（地铁 1 号线江陵路站 C 口）；城西校区：文一西路 200 号。两处都可免费停车 2 小时。",
      "Binjiang: 88 Jiangnan Avenue, 3rd floor (metro line 1, Jiangling Road, exit C). Chengxi: 200 Wenyi West Road. Two hours of free parking at both.",
    ),
  },
  {
    id: "trial-fee",
    category: FEES,
    question: both("试听收费吗？", "Is the trial lesson free?"),
    zh: "试听课多少钱 | 试听免费吗 | 试听要带什么 | 试听多长时间",
    en: "what does a trial lesson cost | how long is the trial | what do we bring to the trial",
    answer: both(
      "第一次试听免费，60 分钟，含水平测试，不用带东西。",
      "The first trial is free and takes 60 minutes with a level test. Bring nothing.",
    ),
  },
  {
    id: "materials",
    category: COURSES,
    question: both("教材要另外买吗？", "Do we buy materials?"),
    zh: "需要自己带电脑吗 | 教材费多少 | 书要钱吗 | 上编程课要准备什么",
    en: "do we need a laptop | are books included | what do we need for coding class",
    answer: both(
      "教材含在学费里。编程课校区提供电脑；线上课需要自己的电脑，平板不行。",
      "They are included. We provide computers at the school; for online coding you need a computer of your own, a tablet is not enough.",
    ),
  },
  {
    id: "certificate",
    category: COURSES,
    question: both("学完有证书吗？", "Is there a certificate?"),
    zh: "能考级吗 | 可以参加比赛吗 | 发结业证吗 | 编程等级考试",
    en: "can we take an exam | do you prepare for competitions | is there a diploma at the end",
    answer: both(
      "每期结束有结业报告；编程可报名 GESP 等级考试，口语可考剑桥 KET，老师会带着准备。",
      "Each term ends with a report. Coders can sit the GESP exam, English learners Cambridge KET; teachers help to prepare.",
    ),
  },
  {
    id: "progress",
    category: LESSONS,
    question: both("怎么知道孩子学得怎么样？", "How do I follow my child's progress?"),
    zh: "会反馈学习情况吗 | 家长能看课吗 | 作业怎么交 | 有家长群吗",
    en: "do you give feedback | can parents watch the lesson | how is homework handed in",
    answer: both(
      "每节课后在家长群发课堂记录和作业，每 5 节课老师单独反馈一次，期中有公开课。",
      "After each lesson you get notes and homework in the parents' group, every 5 lessons personal feedback, and an open lesson mid-term.",
    ),
  },
];
