import { readFileSync } from "node:fs";

type Labelled = readonly [label: string, text: string];

/** The sets are fixed files in a layout that their README states; a wrong one fails at the first use. */
export function readLines<Value>(path: string): readonly Value[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Value);
}

export function readLabelled(path: string): readonly Labelled[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [label = "", text = ""] = line.split("\t");
      return [label, text] as const;
    });
}
