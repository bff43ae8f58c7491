/**
 * What writing and reading a link agree on. The format in full is docs/link-format.md; a change
 * here changes the meaning of links that people keep.
 */

import type { Fingerprint } from "../model/fingerprint.ts";
import type { ViewState } from "../model/viewState.ts";

/** What the query part of a link carries. */
export interface ViewLink extends LinkedData {
  readonly view: ViewState;
}

/** Which data a link was made from. */
export interface LinkedData {
  /** Of the report's content when the link was made. */
  readonly fingerprint: Fingerprint | undefined;
  /** How many rows the report had then; never without the fingerprint. */
  readonly rowCount?: number | undefined;
}

/** The list without items; a list with one empty name is the empty text. */
export const NONE = ":none";
/** Words among the columns of groups; no column's name begins with a bare colon. */
export const GROUPS_OPEN = ":open";
export const GROUPS_BY_ROWS = { ascending: ":rows", descending: "-:rows" } as const;
/** Among the words of a picture: rows are what its bars count. */
export const PICTURE_ROWS = "of:";
/** Marks a column pinned at the right edge. */
export const RIGHT = "right";

/** Programs cut long links. Above this length a link ends in `data=` or in this mark. */
export const END_MARK = "end=1";
export const NEEDS_END = 1000;

/** Nothing beyond is read; in UTF-16 units. Firefox takes no address above 1,048,576. */
export const MAX_LINK_LENGTH = 1_000_000;
/** No longer route is gone to, so that all of a view can be read again; the rest is for its proof. */
export const MAX_ROUTE_LENGTH = MAX_LINK_LENGTH - 1000;
