import {
  BookOpenCheck,
  Brain,
  CircleDashed,
  CircleHelp,
  ClipboardList,
  Clock,
  CornerDownRight,
  Flag,
  FlaskConical,
  LifeBuoy,
  ListChecks,
  type LucideIcon,
  MessageCircleQuestion,
  MessageSquare,
  Play,
  Repeat,
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
  ["flag", Flag],
  ["flask-conical", FlaskConical],
  ["life-buoy", LifeBuoy],
  ["list-checks", ListChecks],
  ["message-circle-question", MessageCircleQuestion],
  ["message-square", MessageSquare],
  ["play", Play],
  ["repeat", Repeat],
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
