/**
 * Where the reader's language puts gaps between the digits of a whole number: after every three in
 * most, 3-2-2 in India, and in some only from five digits on. Asked of the browser once.
 */

interface GroupSizes {
  /** Digits of the last group; 0 when the language makes no groups. */
  readonly last: number;
  /** Digits of every group before it. */
  readonly others: number;
  /** Shorter numbers are not grouped. */
  readonly least: number;
}

export function groupSizes(locale?: string): GroupSizes {
  const format = new Intl.NumberFormat(locale, { useGrouping: "auto" });
  const groups = format
    .formatToParts(1_234_567_890_123)
    .filter(({ type }) => type === "integer")
    .map(({ value }) => value.length);
  const last = groups.length > 1 ? (groups.at(-1) ?? 0) : 0;
  const isShortGrouped = format.formatToParts(1_234).some(({ type }) => type === "group");
  return { last, others: groups.at(-2) ?? last, least: isShortGrouped ? last + 1 : last + 2 };
}

let usual = groupSizes();

/** From now on; undefined for no gaps at all. */
export function groupDigitsAs(locale: string | undefined): void {
  usual = locale === undefined ? { last: 0, others: 0, least: 0 } : groupSizes(locale);
}

/** The digits in groups; joined they are the digits. */
export function digitGroups(digits: string, sizes: GroupSizes = usual): readonly string[] {
  const { last, others, least } = sizes;
  if (last === 0 || digits.length < least) return [digits];
  const groups = [digits.slice(-last)];
  for (let end = digits.length - last; end > 0; end -= others) {
    groups.unshift(digits.slice(Math.max(0, end - others), end));
  }
  return groups;
}
