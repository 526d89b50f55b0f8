import { both } from "../kit/both.ts";
import type { Qa } from "../kit/faq.ts";

const NETWORK = both("网络", "Network");
const ACCOUNT = both("账号", "Accounts");
const DEVICE = both("设备", "Devices");
const OFFICE = both("办公软件", "Office software");

export const itFaq: readonly Qa[] = [
  {
    id: "office-wifi",
    category: NETWORK,
    question: both("办公室 WiFi 怎么连？", "How do I join the office WiFi?"),
    zh: "公司无线密码 | 访客怎么上网 | 连不上公司 wifi | 手机能连内网吗 | 会客室网络",
    en: "office wifi password | guest wifi | cannot connect to the company wifi | can I use wifi on my phone",
    answer: both(
      "员工连 Corp，用域账号登录。访客连 Guest，前台取当天密码。手机用 Corp 需先装公司证书：it.example/cert。",
      "Staff join Corp with their domain account, visitors join Guest with the day's code from reception. Phones need our certificate first: it.example/cert.",
    ),
  },
  {
    id: "install-vpn",
    category: NETWORK,
    question: both("怎么安装 VPN？", "How do I install the VPN?"),
    zh: "VPN 在哪下载 | 在家怎么连公司网 | 申请 VPN 账号 | Mac 能用 VPN 吗",
    en: "where do I download the vpn client | connect from home | vpn for mac | do I need approval for vpn",
    answer: both(
      "软件中心搜“安全接入”安装，用域账号加动态码登录。新员工默认开通，外包同事需主管在 OA 申请。",
      "Install “Secure Access” from the software centre; sign in with domain account and code. Staff have it by default, contractors need their manager's request.",
    ),
  },
  {
    id: "printer",
    category: DEVICE,
    question: both("怎么连接打印机？", "How do I add a printer?"),
    zh: "打印机怎么装 | 打印没反应 | 怎么扫描 | 彩色打印在哪 | 打印任务卡住了",
    en: "set up the printer | nothing comes out of the printer | how do I scan | colour printing | print job is stuck",
    answer: both(
      "打开 print.example 选楼层一键安装，刷工卡取件。任务卡住时在同一页面清空队列；彩色机在 3 楼和 7 楼。",
      "Open print.example, pick your floor and install; release jobs with your badge. Clear stuck jobs on the same page. Colour printers are on floors 3 and 7.",
    ),
  },
  {
    id: "mail-phone",
    category: OFFICE,
    question: both("手机怎么收公司邮件？", "How do I get mail on my phone?"),
    zh: "手机配置邮箱 | outlook 手机怎么登录 | 苹果手机加公司邮箱 | 邮件收不到推送",
    en: "company mail on iphone | set up outlook on my phone | no mail notifications | add my work mailbox",
    answer: both(
      "装 Outlook，输入公司邮箱，按提示用动态码验证。系统自带邮件应用不支持。",
      "Install Outlook, enter your company address and confirm with your code. Built-in mail apps are not supported.",
    ),
  },
  {
    id: "mfa-phone",
    category: ACCOUNT,
    question: both("换手机了动态码怎么办？", "I have a new phone, what about my codes?"),
    zh: "动态口令收不到 | 手机丢了验证码怎么弄 | 重新绑定令牌 | 双因素认证换设备",
    en: "my authenticator is gone | rebind two-factor | I lost my phone with the token | new device for codes",
    answer: both(
      "旧手机还在：在 id.example 自助换绑。旧手机不在：带工卡到 5 楼服务台现场解绑，5 分钟。",
      "With the old phone, move it yourself at id.example. Without it, bring your badge to the desk on floor 5; it takes 5 minutes.",
    ),
  },
  {
    id: "password-rules",
    category: ACCOUNT,
    question: both("密码有什么要求？", "What are the password rules?"),
    zh: "密码要多长 | 多久要改一次密码 | 新密码不符合要求 | 密码规则",
    en: "how long must my password be | how often do I change it | my new password is refused | password policy",
    answer: both(
      "至少 12 位，不能是最近 5 个用过的，不能含姓名。不强制定期更换，泄露时必须立即更换。",
      "At least 12 characters, not one of the last 5, without your name. No routine changes; change at once if it leaked.",
    ),
  },
  {
    id: "phishing",
    category: ACCOUNT,
    question: both("收到可疑邮件怎么办？", "I got a suspicious e-mail"),
    zh: "钓鱼邮件举报 | 点了可疑链接 | 邮件让我输密码 | 垃圾邮件太多",
    en: "report phishing | I clicked a strange link | an e-mail asks for my password | too much spam",
    answer: both(
      "点 Outlook 里的“举报钓鱼”。已经点开或输过密码：马上改密码，并拨 8000 找安全值班。",
      "Press “Report phishing” in Outlook. If you clicked or typed a password: change it now and call 8000 for the security duty.",
    ),
  },
  {
    id: "meeting-room",
    category: OFFICE,
    question: both("会议室怎么订？", "How do I book a meeting room?"),
    zh: "预订会议室 | 会议室投屏 | 视频会议没声音 | 会议室屏幕连不上",
    en: "reserve a room | share my screen in a meeting room | no sound in the video call | the room display does not work",
    answer: both(
      "在日历里添加会议室即可。投屏按桌上遥控器“共享”，输入 4 位码。设备故障扫桌上二维码报修。",
      "Add the room in your calendar. To share, press Share on the remote and type the 4 digits. If it fails, scan the code on the table.",
    ),
  },
  {
    id: "shared-folder",
    category: OFFICE,
    question: both("怎么申请共享文件夹权限？", "How do I get access to a shared folder?"),
    zh: "没有权限打开文件夹 | 共享盘怎么申请 | 部门网盘访问不了 | 开通项目文档权限",
    en: "no permission to open the folder | access to the team drive | request project documents | shared drive access",
    answer: both(
      "打开文件夹提示里的“申请访问”，负责人批准后 10 分钟生效；找不到负责人时在 OA 提“权限申请”。",
      "Use “Request access” in the message you see; once the owner agrees it works in 10 minutes. No owner? File an access request in OA.",
    ),
  },
  {
    id: "laptop-replace",
    category: DEVICE,
    question: both("电脑多久可以换新？", "When do I get a new laptop?"),
    zh: "换电脑的条件 | 笔记本用了几年能换 | 电脑太旧了想换 | 升级内存",
    en: "replace my laptop | my computer is too old | upgrade memory | laptop refresh cycle",
    answer: both(
      "满 4 年自动进入换新名单，IT 会通知。未满 4 年、影响工作的，先报修检测，由服务台决定加内存或更换。",
      "After 4 years you are on the list and we tell you. Earlier, report it first: the desk decides on more memory or a new one.",
    ),
  },
  {
    id: "slow-computer",
    category: DEVICE,
    question: both("电脑很卡怎么办？", "My computer is slow"),
    zh: "电脑特别慢 | 风扇一直响 | 开机要很久 | 老是死机",
    en: "the laptop is very slow | fan is always on | takes ages to start | it freezes all the time",
    answer: both(
      "先重启；再打开软件中心的“一键体检”，它会清理并装好更新。仍然卡就报修，附上体检编号。",
      "Restart first, then run “Check-up” in the software centre: it cleans up and installs updates. Still slow? Report it with the check-up number.",
    ),
  },
  {
    id: "software-list",
    category: OFFICE,
    question: both("可以装哪些软件？", "Which software may I install?"),
    zh: "能自己装软件吗 | 软件白名单 | 提示没有管理员权限 | 开源软件能用吗",
    en: "may I install software myself | I need admin rights | approved software | open source tools",
    answer: both(
      "软件中心里的都能装，不需要管理员权限。其他软件先申请，安全评估 2 个工作日。破解软件一律禁止。",
      "Anything in the software centre, without admin rights. For other software file a request; the review takes 2 working days. Cracked software is never allowed.",
    ),
  },
  {
    id: "remote-work",
    category: NETWORK,
    question: both("居家办公需要什么？", "What do I need to work from home?"),
    zh: "在家办公能借显示器吗 | 远程桌面怎么用 | 居家上网有补贴吗 | 家里能打印吗",
    en: "can I borrow a monitor for home | remote desktop | home office equipment | print at home",
    answer: both(
      "公司电脑加 VPN 即可。显示器可在服务台借一台，登记半年；远程桌面默认不开放，特殊需要请申请。",
      "Your work laptop and the VPN. You may borrow one monitor for half a year from the desk; remote desktop is by request only.",
    ),
  },
  {
    id: "onboarding",
    category: ACCOUNT,
    question: both("新员工账号什么时候开通？", "When does a new colleague get an account?"),
    zh: "入职第一天怎么领电脑 | 新人没有邮箱 | 账号还没开 | 实习生账号",
    en: "new starter account | where do I pick up my laptop | no mailbox yet on day one | account for an intern",
    answer: both(
      "入职当天 9:30 到 5 楼服务台领电脑，账号和邮箱在 HR 登记后 2 小时内自动开通，首次密码发到手机。",
      "On day one pick up your laptop at 9:30 on floor 5. Account and mailbox are ready within 2 hours of HR's entry; the first password comes by text.",
    ),
  },
  {
    id: "desk-hours",
    category: DEVICE,
    question: both("服务台在哪，几点上班？", "Where is the desk and when is it open?"),
    zh: "IT 服务台在几楼 | IT 几点下班 | 周末有人值班吗 | 服务台电话",
    en: "IT desk opening hours | which floor is IT | is IT there on weekends | IT phone number",
    answer: both(
      "5 楼东侧，工作日 9:00 至 18:30，电话 8000。周末和夜间只处理全公司故障，拨 8000 转值班。",
      "Floor 5 east, working days 9:00 to 18:30, phone 8000. Nights and weekends only for company-wide outages, same number.",
    ),
  },
];
