/**
 * Exact totals that go with a file: of the view, and of each of its parts. The engine makes them; here
 * they become lines, all digits, one per column and currency.
 */

import type { CurrencyTotals } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import type { ExportedTotal } from "../model/viewExport.ts";
import type { RowOrder } from "../engine/rowOrder.ts";
import { rowsOfView } from "../engine/rowSet.ts";
import type { ReportTable } from "../engine/table.ts";
import { totalCells } from "../engine/totals.ts";

export interface TotalLine {
  readonly label: string;
  readonly figures: CurrencyTotals;
}

export async function totalLines(
  table: ReportTable,
  order: RowOrder,
  totals: readonly ExportedTotal[],
  turn: Turn,
): Promise<readonly TotalLine[]> {
  const rows = rowsOfView(order);
  const lines: TotalLine[] = [];
  for (const { label, total } of totals) {
    const { currencies } = await totalCells(table, [total], () => rows, turn);
    for (const figures of currencies) lines.push({ label, figures });
  }
  return lines;
}

/** As people read it where the report states none. */
export function currencyWords(currency: string): string {
  return currency === "" ? "no currency stated" : currency;
}
