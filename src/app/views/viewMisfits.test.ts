/** Whatever a view says about a column the report lacks is named once. */

import fc from "fast-check";
import { expect, it } from "vitest";
import type { Column, ColumnKey } from "../../model/column.ts";
import { planView } from "../../model/planView.ts";
import { anyView } from "../../model/testing/anyView.ts";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";
import { viewMisfits } from "./viewMisfits.ts";

const key = (name: string) => name as ColumnKey;
const [CLIENT, COST, GONE] = [key("Client"), key("Cost"), key("Cost~2")];

it("says what is left out, part by part", () => {
  const view: ViewState = {
    ...DEFAULT_VIEW,
    shown: [CLIENT, COST, GONE],
    sort: [
      { column: GONE, descending: true },
      { column: COST, descending: false },
    ],
    filters: [
      { kind: "is", column: GONE, values: ["Acme"] },
      { kind: "blank", column: CLIENT },
    ],
    grouping: { columns: [CLIENT, GONE], open: false, byRows: undefined },
    pinned: { left: [GONE], right: [] },
    currencies: new Map([[COST, { from: "column", column: GONE }]]),
    totals: [GONE],
  };
  expect(viewMisfits(view, [GONE])).toEqual([
    "the column Cost~2",
    "the order by Cost~2",
    "the filter “Cost~2 is Acme”",
    "the groups by Cost~2",
    "Cost~2 at the edge",
    "the currency of Cost",
    "the total of Cost~2",
  ]);
  expect(viewMisfits(view, [])).toEqual([]);
});

it("has a word for a column without a name", () => {
  const sort = [{ column: key(""), descending: true }];
  expect(viewMisfits({ ...DEFAULT_VIEW, sort }, [key("")])).toEqual(["the order by (blank)"]);
});

it("says that all columns are shown where none of the chosen is there", () => {
  const view = { ...DEFAULT_VIEW, shown: [GONE] };
  expect(viewMisfits(view, [GONE])).toEqual(["the choice of columns (all are shown)"]);
});

it("has words for every column that a plan could not find", () => {
  const columns = [{ key: COST, id: 0 }] as unknown as readonly Column[];
  fc.assert(
    fc.property(anyView, (view) => {
      const { unknown } = planView(view, columns);
      expect(viewMisfits(view, unknown).length > 0).toBe(unknown.length > 0);
    }),
  );
});
