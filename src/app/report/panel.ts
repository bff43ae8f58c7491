/** What can lie over the report, one at a time, and what it needs to know when it opens. */

import type { GridColumn } from "../../grid/gridProps.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ColumnId, ViewRow } from "../../model/positions.ts";

export type Panel =
  | { readonly kind: "columnMenu"; readonly column: GridColumn; readonly anchor: HTMLElement }
  /** The column can be chosen; `column` is proposed. */
  | { readonly kind: "addFilter"; readonly column: ColumnId | undefined }
  | { readonly kind: "filterColumn"; readonly column: ColumnKey }
  | { readonly kind: "editFilter"; readonly index: number }
  | { readonly kind: "columnKind"; readonly column: ColumnKey }
  | { readonly kind: "columns" }
  | { readonly kind: "share" }
  | { readonly kind: "fingerprint" }
  | { readonly kind: "views" }
  | { readonly kind: "applyElsewhere" }
  | { readonly kind: "exportMenu"; readonly anchor: HTMLElement }
  | { readonly kind: "csvForm" }
  | { readonly kind: "split" }
  | { readonly kind: "totals" }
  | { readonly kind: "help" }
  /** `column`: where the active cell is. */
  | { readonly kind: "row"; readonly row: ViewRow; readonly column: ColumnId }
  | { readonly kind: "print" }
  | { readonly kind: "look" }
  | { readonly kind: "unequalRows" }
  | { readonly kind: "sent" }
  | { readonly kind: "reading" }
  | { readonly kind: "key" };

export function panelForColumn(column: ColumnKey): Panel {
  return { kind: "filterColumn", column };
}
