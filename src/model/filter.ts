/**
 * The conditions a row must meet. One vocabulary for the link (columns by key) and the engine
 * (columns by position). Values are kept as written: `007` and `10.50` stay what they are.
 *
 * - Text conditions look at the cell's exact text. `is` compares exactly; the others ignore case.
 * - Comparisons work on numbers (exactly, beyond 15 digits too) when the value is a number, on
 *   dates when it is a date. A cell that is neither never fits, except for `ne`.
 * - `isnt`, `excludes` and `ne` are the exact opposites of `is`, `contains` and `eq`, so blank
 *   cells fit them.
 */

export const TEXT_CONDITIONS = ["contains", "excludes", "starts", "ends", "matches"] as const;
export type TextCondition = (typeof TEXT_CONDITIONS)[number];

export const COMPARE_CONDITIONS = ["eq", "ne", "lt", "lte", "gt", "gte"] as const;
export type CompareCondition = (typeof COMPARE_CONDITIONS)[number];

export type Filter<ColumnRef> =
  /** The exact text is (or is not) one of the values. An empty value stands for blank cells. */
  | { readonly kind: "is" | "isnt"; readonly column: ColumnRef; readonly values: readonly string[] }
  | { readonly kind: TextCondition; readonly column: ColumnRef; readonly value: string }
  | { readonly kind: CompareCondition; readonly column: ColumnRef; readonly value: string }
  /** Both ends included. */
  | {
      readonly kind: "between";
      readonly column: ColumnRef;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: "blank" | "notblank"; readonly column: ColumnRef };

export type FilterKind = Filter<unknown>["kind"];

export function isTextCondition(kind: FilterKind): kind is TextCondition {
  return (TEXT_CONDITIONS as readonly string[]).includes(kind);
}

export function isCompareCondition(kind: FilterKind): kind is CompareCondition {
  return (COMPARE_CONDITIONS as readonly string[]).includes(kind);
}
