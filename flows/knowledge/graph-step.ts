/**
 * One step from a thing to others: the name of an attribute or a relation of it. Backward: to the things whose relation names it, by
 * any relation when the name is "".
 */
export type GraphStep = string | { readonly relation: string; readonly isBackward: true };
