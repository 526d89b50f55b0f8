const LINK_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The address of a link that may be followed, or null: only http, https, mailto and tel, and never one that depends on the page it stands on. */
export function toSafeLink(url: string): string | null {
  const parsed = parseAbsolute(url);
  return parsed && LINK_SCHEMES.has(parsed.protocol) ? parsed.href : null;
}

/** The address of an image or file that the server sent, or null: our own path, or https. */
export function toSafeSource(url: string): string | null {
  if (/^\/(?![/\\])/.test(url)) return url;
  const parsed = parseAbsolute(url);
  return parsed && (parsed.protocol === "https:" || isOwn(parsed)) ? parsed.href : null;
}

function parseAbsolute(url: string): URL | null {
  try {
    return new URL(url.trim());
  } catch {
    return null;
  }
}

function isOwn(url: URL): boolean {
  return typeof location !== "undefined" && url.origin === location.origin && url.protocol === "http:";
}
