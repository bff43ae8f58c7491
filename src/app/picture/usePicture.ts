/**
 * The figures of a picture, added up in the worker for the rows that the view shows. The picture of
 * before stays until the next is known. While rows arrive it is renewed each time half as many more
 * are here, so that it never holds up the loading.
 */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Column } from "../../model/column.ts";
import type { Measure, ValuePage } from "../../model/columnValues.ts";
import type { ViewPicture } from "../../model/picture.ts";
import { queryText, ungrouped } from "../../model/query.ts";
import type { Spread } from "../../model/spread.ts";
import { useEngine } from "../data/engineContext.ts";
import { type MeasureChoice, useMeasures } from "../data/useMeasures.ts";
import { isLoading, type ReportData } from "../data/reportSession.ts";
import type { Report } from "../report/useReport.ts";

export interface Picture {
  readonly by: Column | undefined;
  readonly when: Column | undefined;
  readonly measures: readonly MeasureChoice[];
  /** Undefined for rows. */
  readonly measured: MeasureChoice | undefined;
  readonly values: ValuePage | undefined;
  readonly spread: Spread | undefined;
  readonly failed: boolean;
  readonly isLate: boolean;
}

export function usePicture(report: Report, data: ReportData, picture: ViewPicture): Picture {
  const { columns, plan, open } = report;
  const engine = useEngine();
  const { dataset, table } = data;
  const isGrowing = open !== undefined && isLoading(open.load);
  const state = isGrowing ? Math.floor(Math.log2(table.rowCount + 1) * 2) : table.rowCount;
  const rows = { ...ungrouped(plan.query), sort: [] };
  const asked = useMeasures(data, rows, columns, plan, state);
  const measures = asked ?? [];
  const measured = measureOf(picture, measures);
  const by = columns.find(({ key }) => key === picture.by);
  const when =
    columns.find(({ key }) => key === picture.when) ??
    columns.find(({ kind }) => kind === "date" || kind === "datetime");
  const measure: Measure | undefined = measured?.measure;
  const name = [dataset, queryText(rows), state, table.sealed, measure ?? null];
  const values = useQuery({
    queryKey: ["picture", ...name, by?.id, picture.most],
    enabled: asked !== undefined && by !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      if (by === undefined) return undefined;
      const window = { find: "", start: 0, end: picture.most + 1, chosen: [] };
      return engine.values(dataset, rows, by.id, { measure, ...window }, signal);
    },
  });
  const spread = useQuery({
    queryKey: ["timeline", ...name, when?.id],
    enabled: asked !== undefined && when !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      if (when === undefined) return undefined;
      const of = { total: measure?.total, currency: measure?.currency ?? "" };
      return engine.spread(dataset, rows, when.id, of, signal);
    },
  });
  return {
    by,
    when,
    measures,
    measured,
    values: values.data,
    spread: when === undefined ? undefined : spread.data,
    failed: values.isError || spread.isError,
    isLate: values.isPlaceholderData || spread.isPlaceholderData,
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
