import { parseUploaded, type Session } from "./talk/create-api.ts";
import type { UploadedFile } from "./talk/message.ts";

export type UploadFailure = "network" | "too_large" | "refused";

type Options = { readonly signal: AbortSignal; onProgress(percent: number): void };

/** Sends one file. XMLHttpRequest, because fetch cannot tell how much has gone up. */
export function uploadFile(
  { conversationId, token }: Session,
  file: File,
  { signal, onProgress }: Options,
): Promise<UploadedFile | { readonly failure: UploadFailure }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file, file.name || "image.png");
    request.open("POST", `/v1/files?conversation=${encodeURIComponent(conversationId)}`);
    request.setRequestHeader("authorization", `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => {
      // The last percent is the server's: it has the file when it says so.
      onProgress(total > 0 ? Math.min(99, Math.round((loaded / total) * 100)) : 0);
    };
    request.onloadend = () => {
      const uploaded =
        request.status >= 200 && request.status < 300 ? parseUploaded(request.responseText) : null;
      resolve(uploaded ?? { failure: toFailure(request.status) });
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function toFailure(status: number): UploadFailure {
  if (status === 413) return "too_large";
  return status >= 400 && status < 500 && status !== 429 ? "refused" : "network";
}
