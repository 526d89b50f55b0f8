/** Hard bounds of one turn (I10). The last visits and messages belong to the error path, so that there is always room to apologise. */
export const VISITS_MAX = 200;
export const MESSAGES_MAX = 20;
export const VISITS_RESERVED = 10;
export const MESSAGES_RESERVED = 2;

/** Calls below the root flow; deeper ones are a recursion that somebody drew. */
export const SUBFLOW_DEPTH_MAX = 8;
