import type { z } from "zod";
import { maskPersonalData } from "../../answers/mask-personal-data.ts";
import type { Executor } from "../../kernel/executor.ts";
import { findText } from "../looked-at.ts";
import type { logGapNode } from "./definition.ts";

const QUESTION_MAX_CHARS = 500;

export const logGapExecutor: Executor<z.output<typeof logGapNode.config>> = {
  enter: ({ reason, text: own }, context) => {
    const text = findText(own, context);
    if (text === null) return { type: "leave", port: "next" };
    const question = maskPersonalData(text).trim().slice(0, QUESTION_MAX_CHARS);
    const { flowId, nodeId } = context;
    return {
      type: "leave",
      port: "next",
      output: { reason, question },
      effects: [{ type: "record-metric", name: "gap", facts: { reason, question, flowId, nodeId } }],
    };
  },
};
