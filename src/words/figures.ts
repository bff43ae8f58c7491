/**
 * Figures in sentences: counts, sizes and durations as people read them. Only for words about the
 * report; the report's own values never pass through here.
 */

import { unitWords } from "./en/units.ts";

let counts = new Intl.NumberFormat("en");
let onePlace = onePlaceIn("en");
let times = timesIn("en-GB");

/** From now on; before that in English. Always in digits that every keyboard has. */
export function writeCountsAs(locale: string): void {
  counts = new Intl.NumberFormat(locale, { numberingSystem: "latn" });
  onePlace = onePlaceIn(locale);
  times = timesIn(locale);
}

export function countText(count: number): string {
  return counts.format(count);
}

/** "1 row", "1,204 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** One place at most: "8.7". */
export function onePlaceText(value: number): string {
  return onePlace.format(value);
}

/** Decimal units, one place: "41.2 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, unitWords.byte, unitWords.bytes);
  if (bytes < 1_000_000) return `${onePlace.format(bytes / 1_000)} kB`;
  if (bytes < 1_000_000_000) return `${onePlace.format(bytes / 1_000_000)} MB`;
  return `${onePlace.format(bytes / 1_000_000_000)} GB`;
}

/** Whole seconds, at least one when there is any time at all: "30 s". */
export function secondsText(milliseconds: number): string {
  return `${countText(Math.ceil(milliseconds / 1_000))} s`;
}

/** When something was: "14:05:31". */
export function timeText(at: number): string {
  return times.format(at);
}

/** "a", "a and b", "a, b and c". */
export function allOf(items: readonly string[]): string {
  return joined(items, unitWords.and);
}

/** "a or b". */
export function oneOf(items: readonly string[]): string {
  return joined(items, unitWords.or);
}

/** For what has passed: "0.4 s", "3.1 s". */
export function elapsedText(milliseconds: number): string {
  return `${onePlace.format(Math.max(0.1, milliseconds / 1_000))} s`;
}

function onePlaceIn(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, numberingSystem: "latn" });
}

function timesIn(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeStyle: "medium", numberingSystem: "latn" });
}

function joined(items: readonly string[], last: string): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")}${last}${items.at(-1) ?? ""}`;
}
