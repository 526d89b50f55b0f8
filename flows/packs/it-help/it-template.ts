import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import { type Desk, hoursOn, WORKDAYS } from "../kit/desk.ts";
import type { TemplateContent } from "../kit/template.ts";
import { toDeskBundle } from "../kit/to-desk-bundle.ts";
import { itFaq } from "./faq.ts";
import { passwordSection, vpnSection } from "./self-help.ts";
import { itTests } from "./tests.ts";
import { faultSection, softwareSection } from "./tickets.ts";
import { itWishes } from "./wishes.ts";

function toItDesk(locale: Locale): Desk {
  return {
    faqSet: "it-help",
    name: both("IT 常见问题", "IT answers"),
    opening: both(
      "您好，这里是 IT 服务台。密码、VPN、报修、软件申请都可以直接告诉我，不用填表。",
      "Hello, this is the IT help desk. Passwords, VPN, faults, software: just tell me, no forms needed.",
    ),
    menu: [
      { id: "password", label: both("重置密码", "Reset a password"), to: "which-system" },
      { id: "vpn", label: both("VPN 连不上", "VPN trouble"), to: "vpn-network" },
      { id: "fault", label: both("设备报修", "Report a fault"), to: "fault-form" },
      { id: "software", label: both("申请软件", "Request software"), to: "software-form" },
      { id: "person", label: both("找工程师", "Talk to an engineer"), to: "service-hours" },
    ],
    hello: both(
      "您好，我在。说说遇到的问题，比如“打印机没反应”。",
      "Hello, I am here. What is the matter? For example “the printer does nothing”.",
    ),
    bye: both("好的，工作顺利！", "Happy working!"),
    lost: [
      both(
        "抱歉，没听懂。能说说是哪个设备或系统、出现什么提示吗？",
        "Sorry, I did not get that. Which device or system, and what does it say?",
      ),
      both(
        "还是没能理解。您可以试试“重置密码”“VPN”“报修”。",
        "Still not sure. Try “password”, “VPN” or “fault”.",
      ),
    ],
    wishes: itWishes,
    qas: itFaq,
    synonyms: [
      ["电脑", "笔记本", "主机", "laptop", "computer"],
      ["无线", "wifi", "WiFi"],
      ["动态码", "动态口令", "令牌", "验证器", "authenticator"],
      ["邮箱", "邮件", "outlook"],
    ],
    hours: { weekly: hoursOn(WORKDAYS, "09:00", "18:30"), holidays: "cn" },
    openText: both(
      "工程师在线。请留下问题和电话，我马上转过去。",
      "Engineers are there. Leave the problem and your number and I pass it on.",
    ),
    closedText: both(
      "工程师已下班（工作日 9:00 至 18:30）。全公司故障请拨 8000；其他问题请留言，上班后处理。",
      "Engineers are off (working days 9:00 to 18:30). For outages call 8000; otherwise leave a message.",
    ),
    receivedText: both(
      "已登记，工程师会联系您。还有什么可以帮您？",
      "Registered. An engineer will contact you. Anything else?",
    ),
    tag: both("待回电", "Call back"),
    sections: [passwordSection, vpnSection, faultSection(locale), softwareSection],
    variables: [
      { name: "fault", type: "text" },
      { name: "impact", type: "text" },
      { name: "seat", type: "text" },
      { name: "ticket", type: "text" },
      { name: "software", type: "text" },
      { name: "software_reason", type: "text" },
      { name: "email", type: "text", scope: "contact", dataClass: "important" },
    ],
    note: both(
      "从这里改成您的服务台：① 换掉 id.example、print.example 和电话 8000；② 重置密码的步骤按公司系统改；③ 报修单以后可以接到工单系统；④ 预览走一遍报修，再发布。",
      "Make it yours: 1. replace id.example, print.example and 8000; 2. adapt the steps to your systems; 3. fault reports can go to your ticket system later; 4. file one in the preview, then publish.",
    ),
  };
}

export const itTemplate: TemplateContent = {
  toBundle: (locale) => toDeskBundle(toItDesk(locale), locale),
  tests: itTests,
};
