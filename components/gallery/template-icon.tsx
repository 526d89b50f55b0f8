import {
  BedDouble,
  FilePlus,
  GraduationCap,
  Landmark,
  LifeBuoy,
  type LucideIcon,
  Megaphone,
  ShoppingBag,
} from "lucide-react";
import { joinClasses } from "#components/ui/join-classes.ts";

/** The icons that templates name, each with the hue of its card. */
const LOOKS: ReadonlyMap<string, { readonly icon: LucideIcon; readonly classes: string }> = new Map([
  ["shopping-bag", { icon: ShoppingBag, classes: "text-family-understand" }],
  ["graduation-cap", { icon: GraduationCap, classes: "text-family-talk" }],
  ["landmark", { icon: Landmark, classes: "text-family-logic" }],
  ["bed-double", { icon: BedDouble, classes: "text-family-knowledge" }],
  ["life-buoy", { icon: LifeBuoy, classes: "text-family-connect" }],
  ["megaphone", { icon: Megaphone, classes: "text-family-people" }],
]);

const PLAIN = { icon: FilePlus, classes: "text-ink-2" };

export function TemplateIcon({ name }: { readonly name: string }) {
  const { icon: Icon, classes } = LOOKS.get(name) ?? PLAIN;
  return (
    <span
      className={joinClasses(
        "relative inline-flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-md before:absolute before:inset-0 before:bg-current before:opacity-12",
        classes,
      )}
    >
      <Icon className="relative size-5" aria-hidden />
    </span>
  );
}
