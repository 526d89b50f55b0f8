/** Open comments on a node, by `flowId/nodeId`. */
export function useCommentCount(_nodeKey: string): number {
  return 0;
}
