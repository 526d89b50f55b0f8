import type { Route } from "next";

// as: typed routes know paths that are written down; this one is a pattern of our own.
export const toBuilderPath = (botId: string): Route => `/builder/${botId}` as Route;
