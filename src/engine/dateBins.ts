/**
 * Edges of bins for moments: hours, days, weeks, months or years, whichever is the finest that
 * gives few enough. In microseconds since 1970; bins without gaps from the least to the greatest.
 * Pure.
 */

import type { BinUnit } from "../model/spread.ts";
import { DAY_MICROSECONDS } from "../model/dateValue.ts";

export interface DateBins {
  readonly unit: Exclude<BinUnit, "number">;
  /** One more than there are bins: bin b is `edges[b]` up to, not including, `edges[b + 1]`. */
  readonly edges: Float64Array;
}

const HOUR = DAY_MICROSECONDS / 24;
const MOST = { hour: 48, day: 62, week: 26, month: 60, year: 60 } as const;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY_MICROSECONDS;
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** `timed`: some moment states a time of day, so that hours tell something. */
export function dateBins(least: number, most: number, timed: boolean): DateBins {
  const even = (unit: DateBins["unit"], step: number, origin: number): DateBins => {
    const start = origin + Math.floor((least - origin) / step) * step;
    const count = Math.floor((most - start) / step) + 1;
    return { unit, edges: Float64Array.from({ length: count + 1 }, (_, at) => start + at * step) };
  };
  if (timed && most - least < 2 * DAY_MICROSECONDS - HOUR) return even("hour", HOUR, 0);
  if (most - least < (MOST.day - 1) * DAY_MICROSECONDS) return even("day", DAY_MICROSECONDS, 0);
  if (most - least < (MOST.week - 1) * 7 * DAY_MICROSECONDS) {
    return even("week", 7 * DAY_MICROSECONDS, FIRST_MONDAY);
  }
  const from = monthOf(least);
  const months = monthOf(most) - from + 1;
  if (months <= MOST.month) return byMonths("month", from, 1, months);
  const firstYear = Math.floor(from / 12);
  const lastYear = Math.floor(monthOf(most) / 12);
  for (const years of YEARS) {
    const first = Math.floor(firstYear / years) * years;
    const count = Math.floor((lastYear - first) / years) + 1;
    if (count <= MOST.year) return byMonths("year", first * 12, years * 12, count);
  }
  return byMonths("year", firstYear * 12, (lastYear - firstYear + 1) * 12, 1);
}

function byMonths(unit: DateBins["unit"], first: number, step: number, count: number): DateBins {
  const edges = Float64Array.from({ length: count + 1 }, (_, at) => startOf(first + at * step));
  return { unit, edges };
}

/** Months since the year 0. */
function monthOf(moment: number): number {
  const date = new Date(Math.floor(moment / 1000));
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function startOf(month: number): number {
  const date = new Date(0);
  // Not by Date.UTC, which takes the years 0 to 99 for others.
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime() * 1000;
}

/** A moment as filters take it: the day alone where it begins one. */
export function dateText(moment: number, unit: DateBins["unit"]): string {
  const text = new Date(Math.floor(moment / 1000)).toISOString();
  if (unit !== "hour") return text.slice(0, 10);
  if (moment % HOUR === 0) return text.slice(0, 16);
  return `${text.slice(0, 23)}${String(moment - Math.floor(moment / 1000) * 1000).padStart(3, "0")}`;
}
