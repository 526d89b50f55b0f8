"use client";

import { SquareFunction, Variable, X } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useField } from "../form/use-field.ts";
import { ExpressionField } from "../templates/expression-field.tsx";
import { VariablePicker } from "../variables/variable-picker.tsx";
import { conditionBuilderMessages } from "./messages.ts";
import { isOperator, listOperators, toRightSide } from "./operators.ts";
import { RightInput } from "./right-input.tsx";

type RuleRowProps = {
  readonly path: string;
  readonly index: number;
  readonly canRemove: boolean;
  onRemove(): void;
};

const BUILT_IN_TYPES = {
  message: "text",
  locale: "text",
  channel: "text",
  now: "number",
  context: "object",
} as const;

/** Variable, operator, value. The operators are those of the variable's type, the value's control too. */
export function RuleRow({ path, index, canRemove, onRemove }: RuleRowProps) {
  const t = useTexts(conditionBuilderMessages);
  const { texts, flowId } = useNodeScope();
  const left = useField(`${path}.left`);
  const operator = useField(`${path}.operator`);
  const name = typeof left.value === "string" ? left.value.trim() : "";
  const type = useBuilder(
    (state) =>
      findFlow(state.bundle, flowId)?.variables.find((own) => own.name === name)?.type ??
      (isBuiltIn(name) ? BUILT_IN_TYPES[name] : null),
  );
  const current = isOperator(operator.value) ? operator.value : "equals";
  const side = toRightSide(current, type);
  const label = `${t.rule(index + 1)} ${operator.label}`;
  return (
    <li className="flex items-start gap-1">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <LeftInput path={`${path}.left`} index={index} />
        <div className="flex items-start gap-1.5">
          <div data-path={`${path}.operator`} className={side === "none" ? "flex-1" : "w-[42%] shrink-0"}>
            <Select
              label={label}
              size="sm"
              value={current}
              isDisabled={!operator.canEdit}
              className="w-full"
              options={listOperators(type, current).map((value) => ({
                value,
                label: texts.values?.[value] ?? value,
              }))}
              onChange={operator.set}
            />
          </div>
          {side !== "none" && (
            <div className="min-w-0 flex-1">
              <RightInput key={side} path={`${path}.right`} side={side} label={`${t.rule(index + 1)}`} />
            </div>
          )}
        </div>
      </div>
      {left.canEdit && (
        <IconButton
          icon={X}
          label={t.removeRule}
          disabled={!canRemove}
          className="text-ink-3 disabled:invisible"
          onClick={onRemove}
        />
      )}
    </li>
  );
}

const isBuiltIn = (name: string): name is keyof typeof BUILT_IN_TYPES => Object.hasOwn(BUILT_IN_TYPES, name);

/** A variable by its name, or any expression. */
function LeftInput({ path, index }: { readonly path: string; readonly index: number }) {
  const t = useTexts(conditionBuilderMessages);
  const field = useField(path);
  const value = typeof field.value === "string" ? field.value : "";
  const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value);
  const [isWritten, setWritten] = useState(value !== "" && !isName);
  const label = `${t.rule(index + 1)} ${t.left}`;
  const isExpression = isWritten || (value !== "" && !isName);
  return (
    <div className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        {isExpression ? (
          <ExpressionField
            {...field}
            label={label}
            help={undefined}
            value={value}
            isLabelHidden
            onChange={field.set}
          />
        ) : (
          <div data-path={path}>
            <VariablePicker
              label={label}
              value={value || null}
              canBeBuiltIn
              isInvalid={field.error !== null}
              isDisabled={!field.canEdit}
              onChange={(name) => field.set(name ?? "")}
            />
            {field.error && <p className="mt-1 text-xs text-danger-text">{field.error}</p>}
          </div>
        )}
      </div>
      {field.canEdit && (
        <IconButton
          icon={isExpression ? Variable : SquareFunction}
          label={isExpression ? t.useVariable : t.useExpression}
          className="text-ink-3"
          onClick={() => {
            if (isExpression && !isName) field.set("");
            setWritten(!isExpression);
          }}
        />
      )}
    </div>
  );
}
