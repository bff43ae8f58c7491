/** The rows in sight and around. Elements go on from row to row: each is keyed by its row less `shift`. */

import { viewRow } from "../model/positions.ts";
import type { RowRange } from "../model/positions.ts";
import type { GridPlace } from "./gridProps.ts";
import { GridRow } from "./GridRow.tsx";
import type { GridRowProps } from "./GridRow.tsx";
import type { CellRange } from "./selection.ts";

interface GridRowsProps extends Omit<
  GridRowProps,
  "row" | "activeColumn" | "selectedStart" | "selectedEnd"
> {
  readonly range: RowRange;
  readonly shift: number;
  readonly place: GridPlace | undefined;
  readonly selected: CellRange | undefined;
}

export function GridRows({ range, shift, place, selected, ...shared }: GridRowsProps) {
  return Array.from({ length: range.end - range.start }, (_, index) => {
    const row = viewRow(range.start + index);
    const inside = selected !== undefined && row >= selected.rows.start && row < selected.rows.end;
    return (
      <GridRow
        key={row - shift}
        row={row}
        activeColumn={row === place?.row ? place.column : undefined}
        selectedStart={inside ? selected.columns.start : 0}
        selectedEnd={inside ? selected.columns.end : 0}
        {...shared}
      />
    );
  });
}
