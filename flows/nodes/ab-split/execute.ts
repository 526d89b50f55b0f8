import type { z } from "zod";
import type { Executor } from "../../kernel/executor.ts";
import type { abSplitNode } from "./definition.ts";
import { toShare } from "./to-share.ts";

export const abSplitExecutor: Executor<z.output<typeof abSplitNode.config>> = {
  enter: (config, { contactId, flowId, nodeId }) => {
    const experiment = config.experiment || nodeId;
    const total = config.variants.reduce((sum, { percent }) => sum + percent, 0);
    const share = toShare(`${experiment}:${contactId}`) * total;
    let reached = 0;
    const variant =
      config.variants.find(({ percent }) => {
        reached += percent;
        return share < reached;
      }) ?? config.variants[0];
    if (variant === undefined) return { type: "fail", code: "no_variants", message: experiment };
    return {
      type: "leave",
      port: variant.id,
      output: variant.id,
      effects: [
        {
          type: "record-metric",
          name: "exposure",
          facts: { experiment, variant: variant.id, flowId, nodeId },
        },
      ],
    };
  },
};
