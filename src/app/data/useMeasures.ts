/**
 * What can be measured: each amount of the report in each of its currencies, over some rows. Amounts
 * are the columns of money and those somebody chose to total; ids, rates and unit prices add up to
 * nothing.
 */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Column } from "../../model/column.ts";
import { type Query, queryText, unsorted } from "../../model/query.ts";
import { same } from "../../model/same.ts";
import { totalledColumns, totalOf, type TotalsChoice } from "../../model/totalledColumns.ts";
import { useEngine } from "./engineContext.ts";
import { type ChosenMeasure, type MeasureChoice, measureChoices } from "./measureChoices.ts";
import type { ReportData } from "./reportSession.ts";

export interface Measures {
  /**
   * Undefined until they are known. While rows change those of the same amounts in the rows before
   * stay: they name what can be chosen, and say nothing of how much it is.
   */
  readonly choices: readonly MeasureChoice[] | undefined;
  readonly failed: boolean;
}

export function useMeasures(
  { dataset, table }: ReportData,
  query: Query,
  columns: readonly Column[],
  choice: TotalsChoice,
  /** How much of a growing report is here. */
  state?: number,
  chosen?: ChosenMeasure,
): Measures {
  const engine = useEngine();
  const amounts = useMemo(() => {
    const named = totalledColumns(columns, choice);
    const ids = new Set(named.map(({ column }) => column.id));
    return columns.flatMap((column) =>
      column.kind === "money" || ids.has(column.id)
        ? [{ column, total: totalOf(column, choice) }]
        : [],
    );
  }, [columns, choice]);
  const rows = unsorted(query);
  const { rowCount, sealed } = table;
  const groups = amounts.map(({ total }) => [total]);
  const found = useQuery({
    queryKey: ["measures", dataset, groups, queryText(rows), state ?? rowCount, sealed],
    queryFn: ({ signal }) => engine.totals(dataset, rows, rowCount, undefined, groups, signal),
    placeholderData: (previous, last) =>
      same(last?.queryKey.slice(1, 3), [dataset, groups]) ? previous : undefined,
  });
  const choices = useMemo(
    () => found.data && measureChoices(amounts, found.data, chosen),
    [found.data, amounts, chosen],
  );
  return { choices, failed: found.isError };
}
