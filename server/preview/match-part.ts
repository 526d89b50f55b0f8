import type { Json } from "../../flows/kernel/json.ts";
import type { InlineRequest } from "../../flows/kernel/protocol.ts";
import { MAIN_FLOW_ID } from "../../flows/kernel/registry.ts";
import { MODEL_NODE_ID } from "../../flows/preview/learned-part.ts";
import { type InlineScope, inlinePerformers } from "../effects/perform-inline.ts";

/** Answers a call as a customer's turn would, by the model of one part of a draft. */
export function matchPart(request: InlineRequest, scope: InlineScope): Json {
  if (request.name === "search-passages") return inlinePerformers["search-passages"](request.input, scope);
  if (request.name === "query-graph") return inlinePerformers["query-graph"](request.input, scope);
  if (request.name === "match-faq") return inlinePerformers["match-faq"](request.input, scope);
  const input = { flowId: MAIN_FLOW_ID, nodeId: MODEL_NODE_ID, text: request.input.text };
  return inlinePerformers["match-intent"](input, scope);
}
