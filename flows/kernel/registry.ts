import type { NodeDefinition } from "./define-node.ts";
import type { Executor } from "./executor.ts";

/** What the editor and the checks need to know of the kinds; holds nothing that runs. */
export type DefinitionRegistry = { readonly [kind: string]: { readonly definition: NodeDefinition } };

/** What the interpreter needs: each kind's promise and its behaviour. Tests pass their own, so kinds can be added in one. */
export type NodeRegistry = {
  readonly [kind: string]: { readonly definition: NodeDefinition; readonly executor: Executor<unknown> };
};

/** The kind at which a flow begins; each flow has exactly one node of it. */
export const START_KIND = "start";

/** The port that exists on every node whose `onError` is `port`. */
export const ERROR_PORT = "error";

/** The id under which a program and a session hold the bundle's root flow. */
export const MAIN_FLOW_ID = "main";
