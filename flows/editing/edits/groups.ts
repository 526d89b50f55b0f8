import type { Bundle, Flow } from "../../kernel/flow.ts";
import { filterShared, mapShared, updateFlow } from "../locate.ts";
import { leaveGroups } from "./remove-selection.ts";

export type Group = Flow["groups"][number];

/** Frames nodes. A node is in one group at most, so its members leave the groups that they were in. */
export function groupNodes(bundle: Bundle, flowId: string, group: Group): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const known = new Set(flow.nodes.map(({ id }) => id));
    const nodes = [...new Set(group.nodes)].filter((id) => known.has(id));
    if (nodes.length === 0 || flow.groups.some(({ id }) => id === group.id)) return flow;
    return { ...flow, groups: [...leaveGroups(flow.groups, new Set(nodes)), { ...group, nodes }] };
  });
}

/** Takes the frame away; the members stay. */
export function ungroup(bundle: Bundle, flowId: string, groupIds: Iterable<string>): Bundle {
  const gone = new Set(groupIds);
  return updateFlow(bundle, flowId, (flow) => {
    const groups = filterShared(flow.groups, ({ id }) => !gone.has(id));
    return groups === flow.groups ? flow : { ...flow, groups };
  });
}

export function updateGroup(
  bundle: Bundle,
  flowId: string,
  { id, ...fields }: Partial<Omit<Group, "nodes">> & Pick<Group, "id">,
): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const groups = mapShared(flow.groups, (group) => (group.id === id ? { ...group, ...fields } : group));
    return groups === flow.groups ? flow : { ...flow, groups };
  });
}

/** Folds groups into one card each, or opens them again. Stored with the drawing: everybody who opens the flow sees it so. */
export function foldGroups(
  bundle: Bundle,
  flowId: string,
  { groupIds, isFolded }: { readonly groupIds: Iterable<string>; readonly isFolded: boolean },
): Bundle {
  const wanted = new Set(groupIds);
  return updateFlow(bundle, flowId, (flow) => {
    const groups = mapShared(flow.groups, (group) => {
      const { collapsed = false, ...rest } = group;
      if (!wanted.has(group.id) || collapsed === isFolded) return group;
      return isFolded ? { ...rest, collapsed: true } : rest;
    });
    return groups === flow.groups ? flow : { ...flow, groups };
  });
}

/** Puts nodes into a group, or (with null) into none. */
export function moveToGroup(
  bundle: Bundle,
  flowId: string,
  { nodes, groupId }: { readonly nodes: Iterable<string>; readonly groupId: string | null },
): Bundle {
  const moved = new Set(nodes);
  return updateFlow(bundle, flowId, (flow) => {
    const groups = mapShared(leaveGroups(flow.groups, moved), (group) =>
      group.id === groupId ? { ...group, nodes: [...group.nodes, ...moved] } : group,
    );
    return groups === flow.groups ? flow : { ...flow, groups };
  });
}
