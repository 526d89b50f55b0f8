"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Field } from "./field.tsx";
import { uiMessages } from "./messages.ts";
import { INPUT_CLASSES } from "./text-field.tsx";

type PasswordFieldProps = Omit<ComponentProps<"input">, "children" | "type"> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
};

/** A password that its writer may look at, so that long ones are typed right. */
export function PasswordField({ label, hint, error, ...rest }: PasswordFieldProps) {
  const t = useTexts(uiMessages);
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <span className="relative block">
          <input
            type={isShown ? "text" : "password"}
            className={`${INPUT_CLASSES} pr-10`}
            spellCheck={false}
            autoCapitalize="off"
            {...attributes}
            {...rest}
          />
          <button
            type="button"
            aria-label={isShown ? t.hidePassword : t.showPassword}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
          >
            <Icon className="size-4" aria-hidden />
          </button>
        </span>
      )}
    </Field>
  );
}
