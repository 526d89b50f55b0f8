import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

type NoticeProps = {
  readonly tone: "info" | "success" | "warn" | "danger";
  readonly title?: string;
  readonly children: ReactNode;
  readonly isAlert?: boolean;
};

const LOOKS = {
  info: { icon: Info, classes: "bg-info-soft text-info-text" },
  success: { icon: CircleCheck, classes: "bg-success-soft text-success-text" },
  warn: { icon: TriangleAlert, classes: "bg-warn-soft text-warn-text" },
  danger: { icon: CircleAlert, classes: "bg-danger-soft text-danger-text" },
} as const;

export function Notice({ tone, title, children, isAlert = false }: NoticeProps) {
  const { icon: Icon, classes } = LOOKS[tone];
  return (
    <div
      role={isAlert ? "alert" : undefined}
      className={joinClasses("flex gap-2.5 rounded-md px-3.5 py-3", classes)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 text-sm">
        {title && <p className="font-semibold">{title}</p>}
        <div>{children}</div>
      </div>
    </div>
  );
}
