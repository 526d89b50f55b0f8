/** One colour a person in the builder, the same in the list, on nodes and at the pointer; white keeps 4.5:1 on each, in light and dark. */
export const PERSON_COLORS = [
  "#b3249f",
  "#0c7a72",
  "#b8470a",
  "#2166c2",
  "#7442d8",
  "#2b7a3a",
  "#c72a55",
  "#7a5a00",
] as const;
