/**
 * Day numbers of a sheet as ISO text, by what the cell's format shows: a date, a time, both. Pure
 * arithmetic on UTC, so no time zone can move a day. What has no ISO text (durations, the 29th of
 * February 1900, which spreadsheets believe in) is undefined.
 */

const DAY_MS = 86_400_000;
/** Day 0 as spreadsheets count from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Days between the two calendars of Excel. */
const DAYS_TO_1904 = 1462;

export function sheetDate(value: number, format: string, from1904: boolean): string | undefined {
  const signs = format
    .split(";", 1)
    .join("")
    .replace(/"[^"]*"|\\.|_.|\*./g, "");
  if (/\[[hms]+\]/i.test(signs)) return undefined;
  const plain = signs.replace(/\[[^\]]*\]/g, "");
  const hasDate = /[yd]/i.test(plain) || (/m/i.test(plain) && !/[hs]/i.test(plain));
  const hasTime = /[hs]/i.test(plain);
  const days = value + (from1904 ? DAYS_TO_1904 : 0);
  if (value < 0 || days >= 2_958_466) return undefined;
  if (hasDate && days >= 60 && days < 61) return undefined;
  // Before that imaginary day the count is one short.
  const ms = Math.round((days < 60 ? days + 1 : days) * DAY_MS);
  const iso = new Date(EPOCH + ms).toISOString();
  const seconds = iso.slice(11, ms % 1000 === 0 ? 19 : 23);
  if (!hasDate) return value < 1 ? seconds : undefined;
  return hasTime || ms % DAY_MS !== 0 ? `${iso.slice(0, 10)}T${seconds}` : iso.slice(0, 10);
}
