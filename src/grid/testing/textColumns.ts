/** Two columns of text, each 100 px wide, for tests of what is drawn when. */

import type { ColumnKey } from "../../model/column.ts";
import { columnId } from "../../model/positions.ts";
import type { GridColumn } from "../gridProps.ts";

export const TEXT_COLUMNS: readonly GridColumn[] = [0, 1].map((position) => ({
  id: columnId(position),
  key: `C${position}` as ColumnKey,
  label: `C${position}`,
  kind: "text",
  width: 100,
  fractionDigits: 0,
  sort: undefined,
  filtered: false,
  pinned: undefined,
}));
