/** A customer without a name is told apart by the end of his conversation's id. */
export const toVisitorSign = (conversationId: string): string => conversationId.slice(-4).toUpperCase();
