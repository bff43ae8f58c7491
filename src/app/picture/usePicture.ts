/**
 * The figures of a picture, added up in the worker for the rows that the view shows. The picture of
 * before stays until the next is known, under its own names: a figure never stands below the name of
 * another column or currency. While rows arrive it is renewed each time half as many more
 * are here, so that it never holds up the loading.
 */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Column } from "../../model/column.ts";
import type { Measure, ValuePage } from "../../model/columnValues.ts";
import type { ViewPicture } from "../../model/picture.ts";
import { queryText, unsorted } from "../../model/query.ts";
import type { Spread } from "../../model/spread.ts";
import { useEngine } from "../data/engineContext.ts";
import type { MeasureChoice } from "../data/measureChoices.ts";
import { isLoading, type ReportData } from "../data/reportSession.ts";
import { useMeasures } from "../data/useMeasures.ts";
import type { Report } from "../report/useReport.ts";

/** What figures were made for; `measured` is undefined for rows. */
interface Drawn {
  readonly column: Column;
  readonly measured: MeasureChoice | undefined;
}

export interface Picture {
  /** What is chosen now; the figures of it may be on their way. */
  readonly by: Column | undefined;
  readonly when: Column | undefined;
  readonly measures: readonly MeasureChoice[];
  /** Undefined for rows. */
  readonly measured: MeasureChoice | undefined;
  readonly bars: (Drawn & { readonly values: ValuePage; readonly most: number }) | undefined;
  readonly line: (Drawn & { readonly spread: Spread }) | undefined;
  readonly failed: boolean;
  readonly isLate: boolean;
}

export function usePicture(report: Report, data: ReportData, picture: ViewPicture): Picture {
  const { columns, plan, open } = report;
  const engine = useEngine();
  const { dataset, table } = data;
  const isGrowing = open !== undefined && isLoading(open.load);
  const state = isGrowing ? Math.floor(Math.log2(table.rowCount + 1) * 2) : table.rowCount;
  const rows = unsorted(plan.query);
  const chosen = picture.of === "rows" ? undefined : picture.of;
  const { choices, failed } = useMeasures(data, rows, columns, plan, state, chosen);
  const measures = choices ?? [];
  const measured = measureOf(picture, measures);
  const by = columns.find(({ key }) => key === picture.by);
  const when =
    columns.find(({ key }) => key === picture.when) ??
    columns.find(({ kind }) => kind === "date" || kind === "datetime");
  const measure: Measure | undefined = measured?.measure;
  const name = [dataset, queryText(rows), state, table.sealed, measure ?? null];
  const { most } = picture;
  const bars = useQuery({
    queryKey: ["picture", ...name, by?.id, most],
    enabled: choices !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      if (by === undefined) return null;
      const window = { search: "", start: 0, end: most + 1, chosen: [] };
      const values = await engine.values(dataset, rows, by.id, { measure, ...window }, signal);
      return { column: by, measured, values, most };
    },
  });
  const line = useQuery({
    queryKey: ["timeline", ...name, when?.id],
    enabled: choices !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      if (when === undefined) return null;
      const of = { total: measure?.total, currency: measure?.currency ?? "" };
      const spread = await engine.spread(dataset, rows, when.id, of, signal);
      return { column: when, measured, spread };
    },
  });
  return {
    by,
    when,
    measures,
    measured,
    bars: bars.data ?? undefined,
    line: line.data ?? undefined,
    failed: failed || bars.isError || line.isError,
    isLate: bars.isPlaceholderData || line.isPlaceholderData,
  };
}

function measureOf(
  { of }: ViewPicture,
  measures: readonly MeasureChoice[],
): MeasureChoice | undefined {
  if (of === "rows") return undefined;
  if (of === undefined) return measures[0];
  const { column, currency } = of;
  return measures.find((one) => one.column.key === column && one.measure.currency === currency);
}
