/**
 * The columns to draw, in the header and in the body. Each list stays the same object until what it
 * draws differs: a sort or a filter draws the header alone.
 */

import { useCallback, useMemo } from "react";

import type { ColumnId } from "../model/positions.ts";
import type { ColumnLayout, ColumnRange } from "./columnLayout.ts";
import { pickColumns } from "./renderedColumns.ts";
import type { RenderedColumns } from "./renderedColumns.ts";
import { usePlainColumns } from "./usePlainColumns.ts";

export interface DrawnColumns {
  readonly header: RenderedColumns;
  readonly body: RenderedColumns;
  /** What a shown column is called; empty for others. */
  readonly labelOf: (column: ColumnId) => string;
}

/** `activePosition` is drawn in the header wherever it is: the focus may be on it. */
export function useDrawnColumns(
  { columns, leftCount, rightCount }: ColumnLayout,
  range: ColumnRange,
  activePosition: number | undefined,
): DrawnColumns {
  const plain = usePlainColumns(columns);
  const body = useMemo(
    () => pickColumns({ columns: plain, leftCount, rightCount }, range, undefined),
    [plain, leftCount, rightCount, range],
  );
  const header = useMemo(
    () => pickColumns({ columns, leftCount, rightCount }, range, activePosition),
    [columns, leftCount, rightCount, range, activePosition],
  );
  const labelOf = useCallback(
    (id: ColumnId) => plain.find((column) => column.id === id)?.label ?? "",
    [plain],
  );
  return { header, body, labelOf };
}
