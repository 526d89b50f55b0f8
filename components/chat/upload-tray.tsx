import { CircleAlert, FileText, RotateCw, X } from "lucide-react";
import { useChat } from "./chat-context.ts";
import type { Upload } from "./use-uploads.ts";

/** The files that go with the next message, and how far each has got. */
export function UploadTray({
  uploads,
  onRemove,
  onRetry,
}: {
  readonly uploads: readonly Upload[];
  onRemove(upload: Upload): void;
  onRetry(upload: Upload): void;
}) {
  const { t, formats } = useChat();
  if (uploads.length === 0) return null;
  const problems = { network: t.attachFailed, too_large: t.attachTooLarge, refused: t.attachRefused };
  return (
    <ul className="flex flex-wrap gap-2 px-3 pt-3">
      {uploads.map((upload) => {
        const { file, previewUrl, failure, uploaded, percent } = upload;
        return (
          <li
            key={upload.id}
            className={`relative flex w-52 max-w-full items-center gap-2.5 overflow-hidden rounded-md border p-1.5 pr-1 ${failure ? "border-danger" : "border-line-strong"}`}
          >
            {previewUrl ? (
              <img src={previewUrl} alt="" className="size-9 shrink-0 rounded-sm object-cover" />
            ) : (
              <span className="grid size-9 shrink-0 place-items-center rounded-sm bg-sunken text-ink-3">
                <FileText aria-hidden size={18} strokeWidth={1.75} />
              </span>
            )}
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm">{file.name}</span>
              {failure ? (
                <span role="alert" className="flex items-center gap-1 text-xs text-danger-text">
                  <CircleAlert aria-hidden size={12} />
                  {problems[failure]}
                </span>
              ) : (
                <span className="block text-xs text-ink-3">
                  {uploaded ? formats.size(file.size) : `${percent}%`}
                </span>
              )}
            </span>
            {failure === "network" && (
              <button
                type="button"
                aria-label={t.attachRetry(file.name)}
                onClick={() => onRetry(upload)}
                className="grid size-7 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
              >
                <RotateCw aria-hidden size={15} />
              </button>
            )}
            <button
              type="button"
              aria-label={t.attachRemove(file.name)}
              onClick={() => onRemove(upload)}
              className="grid size-7 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden size={15} />
            </button>
            {!uploaded && !failure && (
              <span
                role="progressbar"
                aria-label={t.attachProgress(file.name, percent)}
                aria-valuenow={percent}
                className="absolute inset-x-0 bottom-0 h-0.5 bg-pressed"
              >
                <span className="block h-full bg-brand transition-[width]" style={{ width: `${percent}%` }} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
