/** Sets the title of the tab, and again when a navigation within the page takes its element away and brings none back. */
export function keepTitle(title: string): () => void {
  document.title = title;
  const observer = new MutationObserver(() => {
    // Only where there is none: what somebody else has set stays.
    if (document.title === "") document.title = title;
  });
  observer.observe(document.head, { childList: true });
  return () => observer.disconnect();
}
