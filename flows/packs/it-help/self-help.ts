import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { say, toOptions } from "../kit/step.ts";

const YES_NO = toOptions({ yes: both("好了", "It works now"), no: both("还是不行", "Still not") });

export const passwordSection: Section = {
  id: "password",
  title: both("重置密码", "Passwords"),
  color: "teal",
  steps: [
    {
      id: "which-system",
      kind: "choice",
      title: both("哪个系统？", "Which system?"),
      at: [0, 0],
      config: {
        question: both("要重置哪个系统的密码？", "Which password is it?"),
        allowDigression: false,
        options: toOptions({
          domain: both("电脑和邮箱（域账号）", "Computer and mail (domain)"),
          oa: both("OA", "OA"),
          erp: both("财务系统", "Finance system"),
        }),
      },
      exits: { domain: "reset-domain", oa: "reset-oa", erp: "reset-erp", other: "reset-domain" },
    },
    {
      id: "reset-domain",
      kind: "message",
      title: both("域账号", "Domain account"),
      at: [1, 0],
      config: say(
        both(
          "在任意设备打开 id.example，点“忘记密码”，用动态码验证后设置新密码，立即生效。账号锁定会同时解除。",
          "On any device open id.example, choose “Forgot password”, confirm with your code and set a new one. It also unlocks the account.",
        ),
      ),
      exits: { next: "password-solved" },
    },
    {
      id: "reset-oa",
      kind: "message",
      title: both("OA", "OA"),
      at: [1, 1],
      config: say(
        both(
          "OA 与域账号同一个密码：在 id.example 重置后，退出 OA 重新登录。",
          "OA uses your domain password: reset it at id.example, then sign in to OA again.",
        ),
      ),
      exits: { next: "password-solved" },
    },
    {
      id: "reset-erp",
      kind: "message",
      title: both("财务系统", "Finance system"),
      at: [1, 2],
      config: say(
        both(
          "财务系统由财务共享中心管理：请在 OA 提“财务账号重置”，当天处理。",
          "Finance runs its own accounts: file “Reset finance account” in OA, done the same day.",
        ),
      ),
      exits: { next: "password-solved" },
    },
    {
      id: "password-solved",
      kind: "choice",
      title: both("解决了吗？", "Solved?"),
      at: [2, 0],
      config: {
        question: both("可以登录了吗？", "Can you sign in now?"),
        freeText: false,
        allowDigression: false,
        options: YES_NO,
      },
      exits: { yes: "glad", no: "service-hours", other: "service-hours" },
    },
    {
      id: "glad",
      kind: "message",
      title: both("解决了", "Solved"),
      at: [3, 0],
      config: say(both("太好了！还有别的问题随时问我。", "Great! Ask me anything else any time.")),
      exits: { next: "back" },
    },
  ],
};

/** Rules out the usual causes one by one before it sends a person. */
export const vpnSection: Section = {
  id: "vpn",
  title: both("VPN 排查", "VPN check"),
  color: "green",
  steps: [
    {
      id: "vpn-network",
      kind: "choice",
      title: both("外网通吗？", "Is the internet up?"),
      at: [0, 0],
      config: {
        question: both("先不开 VPN，能打开普通网站吗？", "With the VPN off, do ordinary sites open?"),
        freeText: false,
        allowDigression: false,
        options: toOptions({ yes: both("能打开", "Yes"), no: both("打不开", "No") }),
      },
      exits: { yes: "vpn-version", no: "vpn-no-network", other: "vpn-version" },
    },
    {
      id: "vpn-no-network",
      kind: "message",
      title: both("先修网络", "Mend the network"),
      at: [1, 1],
      config: say(
        both(
          "是本地网络的问题：重启路由器，或换手机热点再试。网络恢复后 VPN 会自动连上。",
          "It is your local network: restart the router or try your phone's hotspot. The VPN reconnects by itself.",
        ),
      ),
      exits: { next: "vpn-solved" },
    },
    {
      id: "vpn-version",
      kind: "message",
      title: both("更新客户端", "Update the client"),
      at: [1, 0],
      config: say(
        both(
          "请这样做：① 退出“安全接入”；② 软件中心里更新到最新版；③ 校准手机时间，重新取动态码登录。",
          "Please: 1. quit Secure Access; 2. update it in the software centre; 3. set your phone's clock to automatic and sign in with a fresh code.",
        ),
      ),
      exits: { next: "vpn-solved" },
    },
    {
      id: "vpn-solved",
      kind: "choice",
      title: both("连上了吗？", "Connected?"),
      at: [2, 0],
      config: {
        question: both("现在能连上吗？", "Does it connect now?"),
        freeText: false,
        allowDigression: false,
        options: YES_NO,
      },
      exits: { yes: "vpn-glad", no: "fault-form", other: "service-hours" },
    },
    {
      id: "vpn-glad",
      kind: "message",
      title: both("连上了", "Connected"),
      at: [3, 0],
      config: say(both("太好了，工作顺利！", "Great, happy working!")),
      exits: { next: "back" },
    },
  ],
};
