/** A column of money as a report has it: two amounts of cents, no currency known. */

import type { Column, ColumnKey } from "../column.ts";
import { columnId } from "../positions.ts";

export function amountColumn(id: number, name: string): Column {
  return {
    id: columnId(id),
    key: name as ColumnKey,
    name,
    label: name,
    kind: "money",
    reason: { values: 2, fitting: 2, named: true },
    longest: 4,
    wholeDigits: 1,
    fractionDigits: 2,
    commas: false,
    blanks: 0,
    currency: undefined,
  };
}
