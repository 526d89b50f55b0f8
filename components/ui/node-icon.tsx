import {
  BookOpenCheck,
  Brain,
  CircleDashed,
  CircleHelp,
  ClipboardList,
  Clock,
  CornerDownRight,
  FileSearch,
  Flag,
  FlaskConical,
  HeartPulse,
  Languages,
  LifeBuoy,
  ListChecks,
  ListFilter,
  type LucideIcon,
  MessageCircleQuestion,
  MessageSquare,
  NotebookPen,
  Play,
  Repeat,
  Share2,
  ShieldAlert,
  Split,
  Tag,
  TextSearch,
  Timer,
  Variable,
  Workflow,
} from "lucide-react";

/** The icons that node definitions name. All of lucide would be a megabyte; one that is missing here shows as a dashed circle. */
const ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ["book-open-check", BookOpenCheck],
  ["brain", Brain],
  ["circle-help", CircleHelp],
  ["clipboard-list", ClipboardList],
  ["clock", Clock],
  ["corner-down-right", CornerDownRight],
  ["file-search", FileSearch],
  ["share-2", Share2],
  ["flag", Flag],
  ["flask-conical", FlaskConical],
  ["heart-pulse", HeartPulse],
  ["languages", Languages],
  ["life-buoy", LifeBuoy],
  ["list-checks", ListChecks],
  ["list-filter", ListFilter],
  ["message-circle-question", MessageCircleQuestion],
  ["message-square", MessageSquare],
  ["notebook-pen", NotebookPen],
  ["play", Play],
  ["repeat", Repeat],
  ["shield-alert", ShieldAlert],
  ["split", Split],
  ["tag", Tag],
  ["text-search", TextSearch],
  ["timer", Timer],
  ["variable", Variable],
  ["workflow", Workflow],
]);

export const hasNodeIcon = (name: string): boolean => ICONS.has(name);

export function NodeIcon({ name, className }: { readonly name: string; readonly className?: string }) {
  const Icon = ICONS.get(name) ?? CircleDashed;
  return <Icon className={className ?? "size-4"} aria-hidden />;
}
