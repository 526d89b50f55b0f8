import type { ReactNode } from "react";
import { ConsoleShell } from "#components/console/console-shell.tsx";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <ConsoleShell>{children}</ConsoleShell>;
}
