import { z } from "zod";

export type UploadFailure = { readonly code: string; readonly reason: string | null };
export type UploadEnd =
  | { readonly type: "done" }
  | { readonly type: "stopped" }
  | { readonly type: "failed"; readonly failure: UploadFailure };

type Upload = {
  readonly baseId: string;
  readonly file: File;
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  onProgress(share: number): void;
};

const failureSchema = z.object({
  error: z.object({
    data: z.object({ code: z.string(), facts: z.object({ reason: z.string().optional() }) }),
  }),
});

/** Sends one file. Not `fetch`: it cannot tell how much has gone out. */
export function uploadFile({ baseId, file, signal, onProgress }: Upload): Promise<UploadEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ base: baseId, name: file.name });
    request.open("POST", `/console/documents?${query}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      resolve(
        request.status === 200
          ? { type: "done" }
          : { type: "failed", failure: readFailure(request.responseText) },
      );
    request.onerror = () => resolve({ type: "failed", failure: { code: "offline", reason: null } });
    request.onabort = () => resolve({ type: "stopped" });
    if (signal.aborted) return resolve({ type: "stopped" });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** What a proxy or a broken server answers reads as our own fault. */
export function readFailure(text: string): UploadFailure {
  try {
    const answer = failureSchema.safeParse(JSON.parse(text));
    if (answer.success) {
      const { code, facts } = answer.data.error.data;
      return { code, reason: facts.reason ?? null };
    }
  } catch {
    return { code: "internal", reason: null };
  }
  return { code: "internal", reason: null };
}
