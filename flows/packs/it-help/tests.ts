import { contains, leaves, picks, says, talk, visits } from "../kit/scripts.ts";
import type { TemplateTest } from "../kit/template.ts";

export const itTests: readonly TemplateTest[] = [
  talk(["忘记密码给出办法", "Tells how to reset a password"], "zh-CN", {
    turns: [
      says("我的电脑登录密码忘了", leaves("what-wanted", "reset-password")),
      picks("domain", contains("id.example")),
      picks("yes", visits("glad")),
    ],
  }),
  talk(["没法工作的报修是紧急的", "A fault that stops work is urgent"], "zh-CN", {
    turns: [
      says("电脑开不了机", leaves("what-wanted", "report-fault")),
      says("按电源没反应"),
      picks("stopped"),
      says("6 楼 612"),
      says("确认", contains("IT03021000"), visits("fault-urgent")),
    ],
  }),
  talk(["回答打印机", "Answers about printers"], "zh-CN", {
    turns: [says("怎么安装打印机", leaves("answer", "hit"), contains("print.example"))],
  }),
  talk(["VPN 排查不好就报修", "VPN that stays broken becomes a report"], "zh-CN", {
    turns: [
      says("vpn一直连不上", leaves("what-wanted", "vpn-trouble")),
      picks("yes", visits("vpn-version")),
      picks("no", visits("fault-form")),
    ],
  }),
  talk(["英文：申请软件", "Requests software, in English"], "en", {
    turns: [
      says("I need a licence for Figma", leaves("what-wanted", "request-software")),
      says("Figma"),
      says("Designing the new pages"),
      says("lin@corp.example"),
      says("confirm", contains("Figma"), visits("software-done")),
    ],
  }),
  talk(["英文：可疑邮件", "A suspicious e-mail, in English"], "en", {
    turns: [says("I received a phishing email", leaves("answer", "hit"), contains("8000"))],
  }),
];
