/** Type under which the palette hands a kind to the canvas. */
export const DRAG_TYPE = "application/x-jieda-kind";
