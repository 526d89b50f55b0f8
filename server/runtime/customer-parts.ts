import type { Attachment, Part } from "../../flows/kernel/protocol.ts";
import type { Session } from "../../flows/kernel/session.ts";

type Given = {
  readonly text: string;
  readonly choice: string | null;
  readonly attachments: readonly (Attachment & { readonly url: string })[];
};

/** What a customer gave, as it is shown in the talk: a clicked option by its label. */
export function toCustomerParts({ text, choice, attachments }: Given, session: Session | null): Part[] {
  const shown = text || (choice === null ? "" : (findOptionLabel(session, choice) ?? choice));
  return [
    ...(shown ? [{ type: "text", text: shown } as const] : []),
    ...attachments.map(
      ({ url, name, mediaType, size }): Part =>
        mediaType.startsWith("image/")
          ? { type: "image", url, alt: name }
          : { type: "file", url, name, mediaType, size },
    ),
  ];
}

/** The label of an option that the bot offered last, newest offer first. */
export function findOptionLabel(session: Session | null, choice: string): string | null {
  const parts = session?.lastSaid.flatMap(({ parts: said }) => said) ?? [];
  for (const part of parts.toReversed()) {
    const label = part.type === "choices" ? part.options.find(({ id }) => id === choice)?.label : undefined;
    if (label) return label;
  }
  return null;
}
