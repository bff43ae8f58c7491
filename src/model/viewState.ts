/**
 * What a person sees of a report and can share: columns, order, filters, search, and the choices
 * about columns. Columns are named by key, so a view can wait for its report, outlive a new month
 * and be applied to another report. Never in here: the key, rows, amounts.
 */

import type { Collation } from "./collation.ts";
import type { ColumnKey, ColumnKind } from "./column.ts";
import type { Filter } from "./filter.ts";
import type { ViewGrouping } from "./grouping.ts";
import type { ViewPicture } from "./picture.ts";
import type { SortKey } from "./query.ts";

export interface ViewState {
  /** Columns on screen, in order; undefined for all, in the report's order. */
  readonly shown: readonly ColumnKey[] | undefined;
  readonly sort: readonly SortKey<ColumnKey>[];
  /** Whose alphabet texts are in order of; undefined for the order that is the same for everybody. */
  readonly collation: Collation | undefined;
  readonly filters: readonly Filter<ColumnKey>[];
  readonly search: string;
  /** The search as the report writes it, where its reader writes otherwise: rows with either. */
  readonly also?: string | undefined;
  /** Rows in groups by the values of columns; undefined for rows alone. */
  readonly grouping: ViewGrouping | undefined;
  /** A picture beside the table; undefined for none. */
  readonly picture: ViewPicture | undefined;
  /** Widths in CSS pixels, for columns whose width was changed. */
  readonly widths: ReadonlyMap<ColumnKey, number>;
  /** Columns kept in sight at the left and right edge. */
  readonly pinned: { readonly left: readonly ColumnKey[]; readonly right: readonly ColumnKey[] };
  /** Kinds the person chose instead of the ones found. */
  readonly kinds: ReadonlyMap<ColumnKey, ColumnKind>;
  /** Currency chosen for a column: another column, or a code such as `EUR`. */
  readonly currencies: ReadonlyMap<ColumnKey, ViewCurrency>;
  /** Columns totalled in the Totals region; undefined for the ones chosen by their kind. */
  readonly totals: readonly ColumnKey[] | undefined;
  /**
   * Lines that are no data: set aside, or rows like all others, with no cell filled; undefined where
   * nobody said, which sets aside what is recognised.
   */
  readonly lines: ViewLines | undefined;
  /** Columns whose blank cells have the value above. */
  readonly fill: readonly ColumnKey[];
  /** Show values exactly as in the report: no digit grouping, no alignment. */
  readonly exact: boolean;
}

export type ViewLines = "aside" | "sent";

/** No view has more of them, so that every view fits a link and a hostile link stays harmless. */
export const MAX_SORT_KEYS = 100;
export const MAX_FILTERS = 200;
/** In CSS pixels; the grid may keep to tighter bounds. */
export const MAX_WIDTH = 9999;

/** Letters, digits and currency signs: nothing that could pose as another text beside an amount. */
export const CURRENCY_CODE = /^[\p{L}\p{N}\p{Sc}]{1,20}$/u;

export type ViewCurrency =
  | { readonly from: "column"; readonly column: ColumnKey }
  | { readonly from: "code"; readonly code: string };

export const DEFAULT_VIEW: ViewState = {
  shown: undefined,
  sort: [],
  collation: undefined,
  filters: [],
  search: "",
  grouping: undefined,
  picture: undefined,
  widths: new Map(),
  pinned: { left: [], right: [] },
  kinds: new Map(),
  currencies: new Map(),
  totals: undefined,
  lines: undefined,
  fill: [],
  exact: false,
};
