import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/trpc/router.ts";

/** Of the server only types come here; one value would ship it to browsers. */
export type Outputs = inferRouterOutputs<AppRouter>;
export type Inputs = inferRouterInputs<AppRouter>;

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export const createConsoleClient = () =>
  createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: "/trpc", maxItems: 10, maxURLLength: 6_000 })],
  });
