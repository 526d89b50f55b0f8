/** Who did it, as the session says. */
export type Actor = { readonly id: string; readonly name: string };
