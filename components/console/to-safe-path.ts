/** Where to go after signing in: a path of this very site, whatever the address asked for. */
export function toSafePath(wanted: string | null): string {
  if (!wanted || !/^\/[^/\\]/.test(wanted)) return "/bots";
  const url = new URL(wanted, "https://console.invalid");
  return url.origin === "https://console.invalid" ? url.pathname + url.search + url.hash : "/bots";
}
