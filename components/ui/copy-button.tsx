"use client";

import { Check, Copy } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button, type ButtonLook } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { uiMessages } from "./messages.ts";
import { useCopy } from "./use-copy.ts";

type CopyButtonProps = {
  readonly text: string;
  /** What is copied, for its accessible name: 复制代码. */
  readonly label?: string;
  readonly isIcon?: boolean;
  readonly look?: ButtonLook;
  readonly size?: "sm" | "md";
};

export function CopyButton({
  text,
  label,
  isIcon = false,
  look = "secondary",
  size = "sm",
}: CopyButtonProps) {
  const t = useTexts(uiMessages);
  const { isCopied, copy } = useCopy();
  const name = isCopied ? t.copied : (label ?? t.copy);
  const icon = isCopied ? Check : Copy;
  if (isIcon) return <IconButton icon={icon} label={name} onClick={() => copy(text)} className="size-7" />;
  return (
    <Button look={look} size={size} icon={icon} onClick={() => copy(text)} aria-live="polite">
      {name}
    </Button>
  );
}
