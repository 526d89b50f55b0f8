/** Where keys belong to what is typed or chosen there: fields, editors, menus, dialogs, and parts that say so (the preview). */
const OWN_KEYS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), .cm-editor, [data-own-keys], [data-panel="preview"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="combobox"]';

type Target = { closest?(selector: string): unknown } | null;

/** Whether keys and clipboard events at this place must never touch the flow. */
export function isTyping(target: unknown): boolean {
  // Anything that dispatches events may stand here; only elements can be inside a field.
  const element = target as Target;
  return typeof element?.closest === "function" && Boolean(element.closest(OWN_KEYS));
}
