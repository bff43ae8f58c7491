/** Steps while answers are on their way and the rows change: none lost, none to an odd place. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundCells, TextToFind } from "../../model/found.ts";
import { columnId, viewRow } from "../../model/positions.ts";
import { ReportFailure } from "../../model/reportError.ts";
import { Cancelled } from "../../model/turn.ts";
import { type FindPlace, type FindStep, createFindWalk } from "./findWalk.ts";

const COLUMN = columnId(3);
const cell = (row: number) => ({ row: viewRow(row), column: COLUMN });

/** What the engine says of rows of which these match. */
function answerFor(rows: readonly number[], { from, way }: Pick<TextToFind, "from" | "way">) {
  const row = from?.row ?? -1;
  const after = rows.findIndex((one) => (way === "here" ? one >= row : one > row));
  const before = rows.findLastIndex((one) => one < row);
  const at = way === "previous" ? (before < 0 ? rows.length - 1 : before) : Math.max(after, 0);
  const hit = rows[at] === undefined ? undefined : { number: at + 1, ...cell(rows[at]) };
  return { count: rows.length, folded: 0, hit };
}

/** A walk with a grid that tells late where it stands, and answers that wait for the test. */
function setUp() {
  const asked: {
    readonly of: string;
    readonly find: Pick<TextToFind, "search" | "from" | "way">;
    readonly signal: AbortSignal;
    readonly settle: (cells: FoundCells) => void;
    readonly fail: (error: unknown) => void;
  }[] = [];
  const told: FindPlace[] = [];
  const went: number[] = [];
  let rows: readonly number[] = [];
  let stands: FindPlace;
  const walk = createFindWalk((hit) => {
    stands = hit;
    went.push(hit.row);
    told.push(hit);
  });
  const see = (of: string, matching: readonly number[]) => {
    rows = matching;
    if (stands?.row !== 0) told.push(cell(0));
    stands = cell(0);
    walk.see({
      key: of,
      order: of,
      find: (find, signal) =>
        new Promise((settle, fail) => {
          signal.addEventListener("abort", () => fail(new Cancelled()));
          asked.push({ of, find, signal, settle, fail });
        }),
    });
  };
  /** False when nothing is asked for. */
  const answer = async () => {
    const live = asked.filter(({ signal }) => !signal.aborted);
    asked.length = 0;
    expect(live.length).toBeLessThanOrEqual(1);
    const [one] = live;
    one?.settle(answerFor(rows, one.find));
    await new Promise((resolve) => setTimeout(resolve));
    return one !== undefined;
  };
  const report = () => {
    const place = told.shift();
    if (place !== undefined) walk.stand(place);
  };
  return { walk, asked, went, see, answer, report, told, stands: () => stands };
}

const ROWS = { A: [2, 3, 9, 40], B: [1, 7, 8, 30], C: [5] };

type Act = FindStep | "answer" | "report" | keyof typeof ROWS;
const ACTS: readonly Act[] = ["next", "previous", "answer", "report", "A", "B", "C"];
const isView = (act: Act): act is keyof typeof ROWS => act in ROWS;

describe("steps", () => {
  it("are made one after the other from where each led, in the rows there are by then", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...ACTS), { maxLength: 30 }), async (acts) => {
        const { walk, see, answer, report, told, went, stands } = setUp();
        see("A", ROWS.A);
        walk.lookFor("x");
        await answer();
        while (told.length > 0) report();
        let view: keyof typeof ROWS = "A";
        let row = 2;
        const steps: FindStep[] = [];
        const path = [2];
        const makeStep = () => {
          const way = steps.shift();
          if (way === undefined) return;
          row = answerFor(ROWS[view], { from: cell(row), way }).hit?.row ?? -1;
          path.push(row);
        };
        for (const act of acts) {
          if (act === "report") report();
          else if (isView(act)) {
            if (act === view) continue;
            view = act;
            row = 0;
            see(act, ROWS[act]);
          } else if (act === "answer") {
            // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tried
            if (await answer()) makeStep();
          } else {
            steps.push(act);
            walk.step(act);
          }
        }
        // oxlint-disable-next-line no-await-in-loop -- as above
        while (await answer()) makeStep();
        while (told.length > 0) report();
        expect(steps).toEqual([]);
        expect(went).toEqual(path);
        expect(stands()?.row).toBe(row);
        expect(walk.getSnapshot()).toMatchObject({ isLooking: false, failed: false });
        expect(walk.getSnapshot().found?.count).toBe(ROWS[view].length);
      }),
      { numRuns: 300 },
    );
  });

  it("wait for rows that are on their way", async () => {
    const { walk, asked, see, answer, went } = setUp();
    see("A", ROWS.A);
    walk.lookFor("x");
    await answer();
    walk.see(undefined);
    walk.step("next");
    walk.step("next");
    expect(asked).toEqual([]);
    see("B", ROWS.B);
    while (await answer());
    expect(went).toEqual([2, 1, 7]);
  });

  it("asked for before the text changed are made before it is looked for", async () => {
    const { walk, see, answer, went, asked } = setUp();
    see("A", ROWS.A);
    walk.lookFor("x");
    walk.step("next");
    walk.step("next");
    walk.lookFor("xy");
    const texts: string[] = [];
    do {
      texts.push(...asked.map(({ find }) => find.search));
    } while (await answer());
    expect(texts).toEqual(["x", "x", "x", "xy"]);
    expect(went).toEqual([2, 3, 9, 9]);
  });
});

describe("what was found", () => {
  it("is told with the text and the rows it was found for only", async () => {
    const { walk, see, answer } = setUp();
    see("A", ROWS.A);
    walk.lookFor("x");
    await answer();
    const first = walk.getSnapshot();
    expect(first).toMatchObject({ found: { count: 4, hit: { number: 1 } }, isLooking: false });
    walk.lookFor("xy");
    expect(walk.getSnapshot()).toEqual({ found: undefined, isLooking: true, failed: false });
    await answer();
    expect(walk.getSnapshot().found?.count).toBe(4);
    walk.see(undefined);
    expect(walk.getSnapshot()).toEqual({ found: undefined, isLooking: true, failed: false });
    see("C", ROWS.C);
    expect(walk.getSnapshot().found).toBeUndefined();
    await answer();
    expect(walk.getSnapshot().found?.count).toBe(1);
    walk.lookFor("");
    expect(walk.getSnapshot()).toEqual({ found: undefined, isLooking: false, failed: false });
  });

  it("a text typed on begins where the person was before it, not where its first letter led", async () => {
    const { walk, see, answer, asked, report } = setUp();
    see("A", ROWS.A);
    report();
    walk.lookFor("x");
    await answer();
    walk.lookFor("xy");
    expect(asked.at(-1)?.find).toEqual({ search: "xy", way: "here", from: cell(0) });
    // Moved by hand, from there.
    await answer();
    report();
    walk.stand(cell(20));
    walk.lookFor("xyz");
    expect(asked.at(-1)?.find.from).toEqual(cell(20));
  });

  it("a failure is said, and looking goes on with the next step", async () => {
    const { walk, see, answer, asked } = setUp();
    see("A", ROWS.A);
    walk.lookFor("x");
    asked.shift()?.fail(new ReportFailure({ code: "workerCrashed" }));
    await answer();
    expect(walk.getSnapshot()).toMatchObject({ failed: true, isLooking: false });
    walk.step("next");
    await answer();
    expect(walk.getSnapshot()).toMatchObject({ failed: false, found: { count: 4 } });
  });
});
