import { ImageOff, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import type { Part } from "../../../flows/kernel/protocol.ts";
import { useChat } from "../chat-context.ts";
import { toSafeSource } from "../safe-url.ts";

type Image = Extract<Part, { readonly type: "image" }>;

/** A picture in a frame of fixed height, so that nothing jumps while it loads; a click shows it whole. */
export function ImagePart({ part }: { readonly part: Image }) {
  const { t } = useChat();
  const [hasFailed, setHasFailed] = useState(false);
  const source = toSafeSource(part.url);
  const name = part.alt || t.image;

  if (!source || hasFailed) {
    return (
      <p className="flex items-center gap-2 rounded-xl bg-bubble px-3.5 py-2.5 text-sm text-ink-2">
        <ImageOff aria-hidden size={16} />
        {part.alt ? `${part.alt} · ${t.imageFailed}` : t.imageFailed}
      </p>
    );
  }
  return (
    <Dialog.Root>
      <Dialog.Trigger
        aria-label={t.openImage(name)}
        className="h-44 w-60 max-w-full overflow-hidden rounded-xl border border-line bg-sunken"
      >
        <img
          src={source}
          alt={name}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setHasFailed(true)}
          className="size-full object-cover"
        />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/80" />
        <Dialog.Content
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => event.stopPropagation()}
          className="fixed inset-0 z-30 grid place-items-center p-4 outline-none"
        >
          <Dialog.Title className="sr-only">{name}</Dialog.Title>
          <img
            src={source}
            alt={name}
            referrerPolicy="no-referrer"
            className="max-h-full max-w-full rounded-md object-contain"
          />
          <Dialog.Close
            aria-label={t.close}
            className="absolute top-3 right-3 grid size-11 place-items-center rounded-full bg-black/60 text-white"
          >
            <X aria-hidden size={22} />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
