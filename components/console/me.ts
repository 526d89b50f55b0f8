"use client";

import { createContext, useContext } from "react";
import type { Outputs } from "#components/trpc-client.ts";

export type Me = Outputs["me"]["get"];
export type Permission = Me["permissions"][number];

export const MeContext = createContext<Me | null>(null);

/** Who is signed in; only inside the shell. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe is for pages inside the shell");
  return me;
}

/** Hides what the server would refuse; the server decides. */
export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission);
