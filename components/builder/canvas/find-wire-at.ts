/** The wire at a place of the screen, also when a node that is being dragged lies over it. */
export function findWireAt({ x, y }: { readonly x: number; readonly y: number }): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest(".react-flow__edge")?.getAttribute("data-id");
    if (id) return id;
  }
  return null;
}
