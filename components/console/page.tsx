"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { usePageTitle } from "./use-page-title.ts";

type PageProps = {
  readonly title: string;
  /** What stands in the heading instead of the bare title. */
  readonly heading?: ReactNode;
  readonly description?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ReactNode;
  readonly width?: "narrow" | "wide";
  readonly children: ReactNode;
};

/** The frame of a page: where one is, what can be done, then the content. */
export function Page({ title, heading, description, back, actions, width = "wide", children }: PageProps) {
  usePageTitle(title);
  return (
    <div
      className={`mx-auto px-4 pb-16 pt-5 md:px-8 md:pt-7 ${width === "narrow" ? "max-w-200" : "max-w-300"}`}
    >
      {back && (
        <Link
          href={back.href}
          className="-ml-1 mb-2 inline-flex h-6 items-center gap-0.5 rounded-xs pr-1 text-sm text-ink-2 hover:text-ink"
        >
          <ChevronLeft className="size-4" aria-hidden />
          {back.label}
        </Link>
      )}
      <header className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-tight text-ink">{heading ?? title}</h1>
          {description && <p className="mt-1 max-w-160 text-base text-ink-2">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
