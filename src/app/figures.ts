/**
 * Figures in sentences: counts, sizes and durations as people read them. Only for words about the
 * report; the report's own values never pass through here.
 */

const COUNT = new Intl.NumberFormat("en");
const ONE_PLACE = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export function countText(count: number): string {
  return COUNT.format(count);
}

/** "1 row", "1,204 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** Decimal units, one place: "41.2 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, "byte");
  if (bytes < 1_000_000) return `${ONE_PLACE.format(bytes / 1_000)} kB`;
  if (bytes < 1_000_000_000) return `${ONE_PLACE.format(bytes / 1_000_000)} MB`;
  return `${ONE_PLACE.format(bytes / 1_000_000_000)} GB`;
}

/** Whole seconds, at least one when there is any time at all: "30 s". */
export function secondsText(milliseconds: number): string {
  return `${countText(Math.ceil(milliseconds / 1_000))} s`;
}

/** For what has passed: "0.4 s", "3.1 s". */
export function elapsedText(milliseconds: number): string {
  return `${ONE_PLACE.format(Math.max(0.1, milliseconds / 1_000))} s`;
}
