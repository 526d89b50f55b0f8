/** Names that every expression can read beside the flow's variables; a variable of the same name would hide them. */
export const BUILT_IN_VARIABLES = ["context", "now", "message", "locale", "channel"] as const;
