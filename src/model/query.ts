/**
 * What the engine is asked: which rows, in which order. Columns by position. Two equal queries
 * on one table have one answer, so `queryText` serves as its name in caches.
 */

import type { Collation } from "./collation.ts";
import type { ColumnKind } from "./column.ts";
import type { Filter } from "./filter.ts";
import type { QueryGroups } from "./grouping.ts";
import type { ColumnId } from "./positions.ts";

export interface SortKey<ColumnRef> {
  readonly column: ColumnRef;
  readonly descending: boolean;
}

/** What is looked for in cells, ignoring case. */
export interface SearchedTexts {
  /** As typed; empty for no search. */
  readonly search: string;
  /** The same as the report writes it, where its reader writes otherwise: cells with either fit. */
  readonly also?: string | undefined;
}

export interface Query extends SearchedTexts {
  /** All must hold. */
  readonly filters: readonly Filter<ColumnId>[];
  /** First key first; rows equal in all keys stay in the report's order. */
  readonly sort: readonly SortKey<ColumnId>[];
  /** Kinds chosen by the person: a column sorts and compares by its kind. */
  readonly kinds: readonly (readonly [ColumnId, ColumnKind])[];
  /** Whose alphabet texts are in order of; undefined for everybody's order. */
  readonly collation?: Collation | undefined;
  /** The rows in groups: places are then those of lines, a line for each group or row in sight. */
  readonly groups?: QueryGroups | undefined;
  /** Undefined: lines that are no data are set aside, no cell is filled. */
  readonly reading?: QueryReading | undefined;
}

export interface QueryReading {
  /** All lines are rows, under the headers as sent. */
  readonly asSent: boolean;
  /** Columns whose blank cells have the value above, ascending; none when `asSent`. */
  readonly fill: readonly ColumnId[];
}

export const ALL_ROWS: Query = { filters: [], search: "", sort: [], kinds: [] };

export function queryText(query: Query): string {
  const { filters, search, also, sort, kinds, groups, reading, collation } = query;
  const searched = also === undefined ? search : [search, also];
  const rows: unknown[] = [filters, searched, sort, kinds];
  // A text among lists: nothing else at that place is one.
  if (collation !== undefined) rows.unshift(collation);
  if (reading !== undefined) return JSON.stringify([...rows, groups ?? null, reading]);
  return JSON.stringify(groups === undefined ? rows : [...rows, groups]);
}

/** The rows alone, in no groups. */
export function ungrouped(query: Query): Query {
  return query.groups === undefined ? query : { ...query, groups: undefined };
}

/** The same in no order either, for what is counted or added up. */
export function unsorted(query: Query): Query {
  return { ...ungrouped(query), sort: [] };
}
