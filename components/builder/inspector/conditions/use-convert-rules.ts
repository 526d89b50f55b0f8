"use client";

import { useRef, useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { whenSchema } from "#flows/nodes/condition/definition.ts";
import { toExpression } from "#flows/nodes/condition/to-expression.ts";
import { toRules } from "#flows/nodes/condition/to-rules.ts";
import { getChild } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigEdit, useConfigValue } from "../form/use-field.ts";
import { conditionBuilderMessages } from "./messages.ts";

const NO_VARIABLES: readonly FlowVariable[] = [];
const EMPTY_RULES: Json = { type: "rules", groups: [{ rules: [{ left: "" }] }] };

type Conversion = {
  /** Why it cannot be written the other way, in words; null when it can, or when nobody has tried. */
  readonly refusal: string | null;
  toRules(): void;
  toSource(): void;
};

/** Changes how a condition is written, and never what it says: where the other way has no words for it, it stays and says so. */
export function useConvertRules(path: string): Conversion {
  const t = useTexts(conditionBuilderMessages);
  const { flowId } = useNodeScope();
  const edit = useConfigEdit();
  const value = useConfigValue(path);
  const variables = useBuilder((state) => findFlow(state.bundle, flowId)?.variables ?? NO_VARIABLES);
  const types = new Map(variables.map(({ name, type }) => [name, type]));
  /** The rules of which the expression was made: as long as it still says so, they come back as they were grouped. */
  const before = useRef<{ readonly source: string; readonly rules: Json }>({
    source: "",
    rules: EMPTY_RULES,
  });
  const [refused, setRefused] = useState<{ readonly value: Json | undefined; readonly text: string } | null>(
    null,
  );
  return {
    refusal: refused !== null && refused.value === value ? refused.text : null,
    toRules: () => {
      const source = String(getChild(value, "source") ?? "").trim();
      if (source === before.current.source) return edit(path, before.current.rules, "step");
      const result = toRules(source, types);
      if (result.type === "rules") return edit(path, result.when, "step");
      const text = result.type === "inexpressible" ? t.noRules(result.part) : t[REFUSALS[result.type]];
      return setRefused({ value, text });
    },
    toSource: () => {
      const rules = whenSchema.safeParse(value).data;
      const source = rules?.type === "rules" ? toExpression(rules, types) : null;
      // Rules of which none is begun have nothing to lose.
      if (source === null && hasBegun(value)) return setRefused({ value, text: t.cannotConvert });
      before.current = { source: source ?? "", rules: value ?? EMPTY_RULES };
      return edit(path, { type: "expression", source: source ?? "" }, "step");
    },
  };
}

const REFUSALS = { broken: "brokenSource", "too-many": "tooManyRules" } as const;

const hasBegun = (value: Json | undefined): boolean => /"left":"[^"]/.test(JSON.stringify(value ?? null));
