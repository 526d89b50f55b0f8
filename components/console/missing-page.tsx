import Link from "next/link";
import { Logo } from "#components/ui/logo.tsx";
import { consoleMessages } from "./messages.ts";

/** Made ahead for everybody, so it speaks both languages at once. */
export function MissingPage() {
  const zh = consoleMessages["zh-CN"];
  const { en } = consoleMessages;
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-1 px-6 text-center">
      <Logo className="mb-4 size-10" />
      <h1 className="text-xl font-semibold text-ink">{zh.notFoundTitle}</h1>
      <p className="text-ink-2">{zh.notFoundBody}</p>
      <p lang="en" className="mt-3 text-ink-2">
        {en.notFoundTitle}. {en.notFoundBody}
      </p>
      <Link href="/" className="mt-5 text-accent-text underline">
        {zh.product} {en.product}
      </Link>
    </main>
  );
}
