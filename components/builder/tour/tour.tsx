"use client";

import { Popover } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { useBuilder } from "../store/builder-context.ts";
import { type TourStep, tourMessages } from "./messages.ts";
import { useTour, wasTourSeen } from "./tour-store.ts";

/** Each step points at the element that carries its name in `data-tour`; one that is not on the screen is passed over. */
const STEPS = ["palette", "canvas", "panels", "preview", "publish"] as const satisfies readonly TourStep[];

const SIDES = {
  palette: "right",
  canvas: "bottom",
  panels: "left",
  preview: "bottom",
  publish: "bottom",
} as const satisfies Readonly<Record<TourStep, "right" | "bottom" | "left">>;

const GAP_PX = 10;

/** Shows a newcomer the five places that matter. Never in the way: Escape, the button or a click beside it ends it for good. */
export function Tour() {
  const canEdit = useBuilder((state) => state.canEdit);
  const { index, start } = useTour();
  useEffect(() => {
    if (canEdit && !wasTourSeen()) start();
  }, [canEdit, start]);
  const step = index === null ? undefined : STEPS[index];
  return index === null || step === undefined ? null : <TourCard key={step} step={step} index={index} />;
}

type TourCardProps = { readonly step: TourStep; readonly index: number };

function TourCard({ step, index }: TourCardProps) {
  const t = useTexts(tourMessages);
  const { go, end } = useTour();
  const anchor = useRef<Element | null>(null);
  const [isFound, setFound] = useState(false);
  const isLast = index === STEPS.length - 1;
  const next = () => (isLast ? end() : go(index + 1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up once a step; the card is keyed by it
  useEffect(() => {
    const element = document.querySelector(`[data-tour="${step}"]`);
    const isShown = element !== null && element.getClientRects().length > 0;
    anchor.current = element;
    if (isShown) setFound(true);
    else next();
  }, [step]);

  if (!isFound) return null;
  const { title, body } = t.steps[step];
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && end()}>
      <Popover.Anchor virtualRef={anchor as React.RefObject<Element>} />
      <Popover.Portal>
        <Popover.Content
          side={SIDES[step]}
          align={step === "canvas" ? "center" : "start"}
          sideOffset={step === "canvas" ? -220 : GAP_PX}
          collisionPadding={12}
          aria-label={t.label}
          onInteractOutside={(event) => event.preventDefault()}
          className="pop z-50 w-80 max-w-[calc(100vw-24px)] rounded-lg border border-accent-line bg-raised p-4 shadow-panel outline-none"
        >
          <p className="text-xs text-ink-3">{t.step(index + 1, STEPS.length)}</p>
          <h2 className="mt-1 text-base font-semibold text-ink">{title}</h2>
          <p className="mt-1.5 text-sm text-ink-2">{body}</p>
          <div className="mt-4 flex items-center justify-between gap-2">
            <Button size="sm" look="ghost" className="-ml-2" onClick={end}>
              {t.skip}
            </Button>
            <span className="flex gap-2">
              {index > 0 && (
                <Button size="sm" onClick={() => go(index - 1)}>
                  {t.back}
                </Button>
              )}
              <Button size="sm" look="primary" autoFocus onClick={next}>
                {isLast ? t.done : t.next}
              </Button>
            </span>
          </div>
          {step !== "canvas" && <Popover.Arrow className="fill-[var(--accent-line)]" />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
