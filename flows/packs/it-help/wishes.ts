import { both } from "../kit/both.ts";
import type { Wish } from "../kit/desk.ts";

export const itWishes: readonly Wish[] = [
  {
    id: "reset-password",
    name: both("重置密码", "Reset a password"),
    to: "which-system",
    zh: "我忘记密码了 | 重置域账号密码 | 账号被锁了 | 登录不上电脑 | OA 密码忘了 | 邮箱密码重置 | 密码过期了",
    en: "I forgot my password | reset my domain password | my account is locked | cannot log in to my computer | reset the mail password | password expired | unlock my account",
    not: "密码有什么要求 | 多久要改一次密码 | what are the password rules",
  },
  {
    id: "vpn-trouble",
    name: both("VPN 连不上", "VPN trouble"),
    to: "vpn-network",
    zh: "VPN 连不上 | VPN 老是断 | 安全接入报错 | VPN 登录失败 | 连上 VPN 打不开内网 | VPN 很慢",
    en: "vpn does not connect | vpn keeps dropping | secure access shows an error | vpn login failed | intranet does not open over vpn | vpn is slow",
    not: "怎么安装 VPN | VPN 在哪下载 | how do I install the vpn",
  },
  {
    id: "request-software",
    name: both("申请软件", "Request software"),
    to: "software-form",
    zh: "申请安装软件 | 我要申请 Photoshop | 开通 Visio 授权 | 需要买一个软件 | 申请软件许可 | 帮我装个设计软件",
    en: "request software | I need a Photoshop licence | please install Visio | apply for a software licence | we need to buy a tool | order software for me",
    not: "可以装哪些软件 | which software may I install",
  },
  {
    id: "report-fault",
    name: both("设备报修", "Report a fault"),
    to: "fault-form",
    zh: "我的电脑坏了 | 笔记本开不了机 | 屏幕碎了 | 键盘失灵 | 报修 | 显示器不亮 | 鼠标坏了要换 | 电脑蓝屏了",
    en: "my laptop is broken | the computer does not start | cracked screen | keyboard does not work | report a fault | monitor stays black | blue screen | my mouse is dead",
    not: "打印没反应 | 电脑很卡怎么办 | my computer is slow",
  },
  {
    id: "human-agent",
    name: both("找工程师", "Talk to an engineer"),
    to: "service-hours",
    zh: "转人工 | 找 IT 工程师 | 让人来看一下 | 叫个人过来 | 我要和 IT 说话 | 投诉",
    en: "talk to an engineer | I need a person | send somebody over | speak to IT | human please | complain",
  },
];
