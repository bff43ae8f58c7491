/**
 * Cells out of the blocks that are here, as the grid reads them: one look into a map and one into
 * an array. Undefined where no block is here yet.
 */

import type { RowSource } from "../../grid/rowSource.ts";
import type { QueryGroups } from "../../model/grouping.ts";
import { rowIndex } from "../../model/positions.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import { type RowsView } from "./rowsView.ts";
import { TILE_COLUMNS, placeOf } from "./tiles.ts";

export function readBlocks(
  blocks: ReadonlyMap<number, RowWindow>,
  view: RowsView | undefined,
): Omit<RowSource, "rowCount" | "want"> {
  return {
    ...(view?.query.groups === undefined ? {} : groupsIn(blocks, view.query.groups)),
    cell: (row, column) => {
      const block = blocks.get(placeOf(row, column));
      const values = block?.columns[column % TILE_COLUMNS];
      if (block === undefined || values === undefined) return undefined;
      const text = values.texts[row - block.range.start];
      const kind = values.kinds[row - block.range.start];
      if (text === undefined || kind === undefined) return undefined;
      const from = values.filledFrom?.[row - block.range.start];
      return from === undefined ? { text, kind } : { text, kind, filledFrom: rowIndex(from) };
    },
    mark: (row, column) => blocks.get(placeOf(row, column)),
    reportRow: (row) => {
      if (view?.isWhole === true && view.rowCount === view.tableRows) return rowIndex(row);
      for (const block of blocks.values()) {
        const at = row - block.range.start;
        const index = block.groups?.[at] === undefined ? block.rowIndices[at] : undefined;
        if (index !== undefined) return rowIndex(index);
      }
      return undefined;
    },
  };
}

/** A line's sums stand in the blocks of their columns. */
function groupsIn(
  blocks: ReadonlyMap<number, RowWindow>,
  { levels }: QueryGroups,
): Pick<RowSource, "group" | "groupColumns"> {
  return {
    groupColumns: levels.map(({ column }) => column),
    group: (row) => {
      const found = [...blocks.values()].flatMap(
        ({ range, groups }) => groups?.[row - range.start] ?? [],
      );
      const [first] = found;
      return first && { ...first, sums: found.flatMap(({ sums }) => sums) };
    },
  };
}
