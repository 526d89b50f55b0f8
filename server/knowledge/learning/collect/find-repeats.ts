import { createWording } from "../../../understanding/create-wording.ts";
import { createNearnessMeter } from "../cluster/measure-nearness.ts";

/** From here on two sentences of one person, said one after the other, ask the same in other words. */
const REPEAT_NEARNESS_MIN = 0.65;

/** Said by somebody who was answered something else than they asked. */
const COMPLAINTS =
  /换(?:个|一个|种|一种)说法|不是这个意思|不是问这个|不是我(?:想)?问的|问的不是这|答非所问|没(?:有)?听懂我|没(?:有)?理解我|(?:no,? )?that'?s not what i (?:asked|meant|mean)|not what i (?:asked|meant)|let me rephrase|you (?:did not|didn'?t|do not|don'?t) understand/iu;

const wording = createWording([]);

export function asksAnotherWay(text: string): boolean {
  return COMPLAINTS.test(text);
}

/** Places of texts that are asked again within so many turns, by the first time they were asked. */
export function findRepeats(texts: readonly (string | null)[], withinTurns: number): readonly number[] {
  const asked = texts.flatMap((text, at) => (text === null ? [] : [{ at, said: text }]));
  if (asked.length < 2) return [];
  const meter = createNearnessMeter(
    asked.map(({ said }) => said),
    wording,
  );
  const repeated = new Set<number>();
  const repeats = new Set<number>();
  for (const [row, { at }] of asked.entries()) {
    meter.forEachNear(row, { from: 0, end: row, min: REPEAT_NEARNESS_MIN }, (other) => {
      const before = asked[other]?.at ?? at;
      if (at - before > withinTurns) return;
      repeats.add(at);
      // The third time is no new complaint about the second.
      if (!repeats.has(before)) repeated.add(before);
    });
  }
  return [...repeated].sort((a, b) => a - b);
}
