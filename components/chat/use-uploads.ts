import { useCallback, useEffect, useRef, useState } from "react";
import { createId } from "./browser-surroundings.ts";
import type { Session } from "./talk/create-api.ts";
import type { UploadedFile } from "./talk/message.ts";
import { type UploadFailure, uploadFile } from "./upload-file.ts";

export type Upload = {
  readonly id: string;
  readonly file: File;
  readonly previewUrl: string | null;
  readonly percent: number;
  readonly uploaded: UploadedFile | null;
  readonly failure: UploadFailure | null;
};

export const UPLOADS_MAX = 5;

/** Files on their way to the server, before the message that carries them is sent. */
export function useUploads(getSession: () => Session | null) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());

  const patch = useCallback((id: string, change: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }, []);

  const begin = useCallback(
    async ({ id, file }: Upload) => {
      const session = getSession();
      const controller = new AbortController();
      running.current.set(id, controller);
      patch(id, { percent: 0, failure: null });
      const result = session
        ? await uploadFile(session, file, {
            signal: controller.signal,
            onProgress: (percent) => patch(id, { percent }),
          })
        : { failure: "network" as const };
      running.current.delete(id);
      patch(id, "failure" in result ? { failure: result.failure } : { uploaded: result, percent: 100 });
    },
    [getSession, patch],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const fresh = files.map(
        (file): Upload => ({
          id: createId(),
          file,
          previewUrl: file.type.startsWith("image/") ? URL.createObjectURL(file) : null,
          percent: 0,
          uploaded: null,
          failure: null,
        }),
      );
      setUploads((all) => [...all, ...fresh]);
      for (const upload of fresh) void begin(upload);
    },
    [begin],
  );

  const remove = useCallback((upload: Upload) => {
    running.current.get(upload.id)?.abort();
    if (upload.previewUrl) URL.revokeObjectURL(upload.previewUrl);
    setUploads((all) => all.filter((other) => other.id !== upload.id));
  }, []);

  const clear = useCallback(() => {
    setUploads((all) => {
      for (const { previewUrl } of all) if (previewUrl) URL.revokeObjectURL(previewUrl);
      return [];
    });
  }, []);

  useEffect(() => {
    const open = running.current;
    return () => {
      for (const controller of open.values()) controller.abort();
    };
  }, []);

  return { uploads, add, remove, clear, retry: (upload: Upload) => void begin(upload) };
}
