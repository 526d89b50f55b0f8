import { BookOpen, Bot, type LucideIcon, MessagesSquare, Settings, Users } from "lucide-react";
import type { Permission } from "./me.ts";

export type NavItem = {
  readonly id: "bots" | "knowledge" | "conversations" | "members" | "settings";
  readonly href: string;
  readonly icon: LucideIcon;
  readonly permission: Permission;
};

export const NAV_ITEMS: readonly NavItem[] = [
  { id: "bots", href: "/bots", icon: Bot, permission: "bot.list" },
  { id: "knowledge", href: "/knowledge", icon: BookOpen, permission: "knowledge.bases" },
  { id: "conversations", href: "/conversations", icon: MessagesSquare, permission: "conversation.list" },
  { id: "members", href: "/members", icon: Users, permission: "member.list" },
  { id: "settings", href: "/settings", icon: Settings, permission: "workspace.get" },
];
