import { expect, test } from "vitest";
import type { Grouped } from "./group-questions.ts";
import { joinAlike, pickTitles } from "./join-alike.ts";

const group = (title: string, given: Partial<Grouped> = {}): Grouped => ({
  ...{ id: null, isOpen: true, title, keys: [title], near: [] },
  ...given,
});
const cluster = (id: string, given: Partial<Grouped> = {}) => group(id, { id, keys: [], ...given });

/** Two titles are as near as the angle between them is small, in degrees. */
function join(groups: readonly Grouped[], angles: readonly number[], bar = 0.9): readonly Grouped[] {
  const places = pickTitles(groups).map(({ at }) => at);
  const values = places.flatMap((place) => {
    const angle = ((angles[place] ?? 0) * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  });
  const vectors = Buffer.from(new Float32Array(values).buffer).toString("base64");
  return joinAlike({ groups, places, vectors, bar });
}

const show = (groups: readonly Grouped[]) => groups.map(({ id, keys }) => [id, keys.join("+")]);

test("new groups that mean the same become one, called as the more asked of them; others stay as they are", () => {
  const groups = [group("能退回吗"), group("发票"), group("不想要了"), group("香港")];
  const joined = join(groups, [0, 90, 10, 170]);
  expect(show(joined)).toEqual([
    [null, "能退回吗+不想要了"],
    [null, "发票"],
    [null, "香港"],
  ]);
  expect(joined[0]?.title).toBe("能退回吗");
});

test("a new group joins the open cluster that means the same; two clusters are never made one, and a decided one gets nothing", () => {
  const groups = [
    ...[cluster("a"), cluster("b"), cluster("ignored", { isOpen: false, keys: ["同样的话"] })],
    ...[group("不想要了"), group("报销")],
  ];
  expect(show(join(groups, [0, 5, 90, 6, 90]))).toEqual([
    ["a", ""],
    ["b", "不想要了"],
    ["ignored", "同样的话"],
    [null, "报销"],
  ]);
});

test("a chain of likenesses joins nothing that is not alike itself", () => {
  const joined = join([group("一"), group("二"), group("三")], [0, 20, 40]);
  expect(joined).toHaveLength(2);
});

test("the nearest entries of both are named, each once", () => {
  const near = (entryId: string, nearness: number) => ({ entryId, baseId: "base", nearness });
  const [joined] = join(
    [group("一", { near: [near("x", 0.4), near("y", 0.35)] }), group("二", { near: [near("x", 0.6)] })],
    [0, 1],
  );
  expect(joined?.near).toEqual([near("x", 0.6), near("y", 0.35)]);
});

test("only so many titles are compared, and none where there is nothing to join", () => {
  expect(pickTitles([cluster("a"), cluster("b")])).toEqual([]);
  expect(pickTitles([group("一")])).toEqual([]);
  expect(pickTitles([group("一"), group("13*******78")])).toEqual([]);
  const many = [
    ...Array.from({ length: 900 }, (_, at) => cluster(`c${at}`)),
    ...Array.from({ length: 900 }, (_, at) => group(`g${at}`)),
  ];
  const titles = pickTitles(many).map(({ text }) => text);
  expect(titles).toHaveLength(400);
  expect(titles).toEqual(expect.arrayContaining(["c899", "g0"]));
});
