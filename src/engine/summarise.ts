/**
 * What the page is told of a table: its size and what is known of each column. Made from profiles
 * that the builder keeps, so it costs the same for a hundred rows and for a million, and may be
 * asked for many times a second while rows arrive. Kinds are provisional until the table is sealed.
 */

import { columnKeys, columnLabel, type Column } from "../model/column.ts";
import type { TableSummary } from "../model/tableSummary.ts";
import type { ProfiledColumn, ProfiledTable } from "./columnProfile.ts";
import { findCurrency, isCurrencyColumn } from "./findCurrency.ts";
import { inferKind } from "./inferKind.ts";

export function summarise(table: ProfiledTable): TableSummary {
  const { columns, rowCount, headerCount, raggedRows, sealed, aside } = table;
  const dataRows = rowCount - (aside?.length ?? 0);
  const keys = columnKeys(columns.map(({ name }) => name));
  const currencies = columns.filter(({ profile, name }) => isCurrencyColumn(profile, name));
  const currencyIds = new Set(currencies.map(({ id }) => id));
  const describe = (column: ProfiledColumn, position: number): Column => {
    const { id, name, profile } = column;
    const { values, longest, wholeDigits, fractionDigits } = profile;
    const beside = [columns[position - 1], columns[position + 1]].some(
      (neighbour) => neighbour !== undefined && currencyIds.has(neighbour.id),
    );
    const { kind, fitting, named } = inferKind(profile, name, beside);
    return {
      id,
      key: keys[position]!,
      name,
      label: columnLabel(name, id),
      kind,
      reason: { values, fitting, named },
      longest,
      wholeDigits,
      fractionDigits,
      commas: profile.commas,
      blanks: dataRows - values,
      currency: profile.numbers > 0 ? findCurrency(column, currencies) : undefined,
    };
  };
  return { rowCount, columns: columns.map(describe), headerCount, raggedRows, sealed };
}
