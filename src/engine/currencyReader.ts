/**
 * Which currency each row's amount is in, as a small number per distinct code, so that sums are
 * kept apart without making a text per row.
 */

import type { CurrencySource } from "../model/column.ts";
import { readCell } from "./readCell.ts";
import { SEGMENT_ROWS, SEGMENT_SHIFT, type ReportTable } from "./table.ts";

export interface CurrencyReader {
  groupOf(row: number): number;
  /** The code as written, trimmed of nothing; empty for rows that state none. */
  codeOf(group: number): string;
}

export function currencyReader(
  table: ReportTable,
  choice: CurrencySource | undefined,
): CurrencyReader {
  if (choice?.from !== "column") {
    const code = choice?.code ?? "";
    return { groupOf: () => 0, codeOf: () => code };
  }
  const id = choice.column;
  const codes: string[] = [];
  const groups = new Map<string, number>();
  /** Dictionary code → group + 1; 0 for codes not met yet. */
  let byCode = new Uint32Array(256);

  const groupOfText = (row: number): number => {
    const { text } = readCell(table, row, id);
    let group = groups.get(text);
    if (group === undefined) {
      group = codes.push(text) - 1;
      groups.set(text, group);
    }
    return group;
  };

  return {
    codeOf: (group) => codes[group] ?? "",
    groupOf: (row) => {
      const segment = table.columns[id]?.segments[row >>> SEGMENT_SHIFT];
      if (segment?.encoding !== "codes") return groupOfText(row);
      const code = segment.codes[row & (SEGMENT_ROWS - 1)]!;
      if (code >= byCode.length) {
        const grown = new Uint32Array(Math.max(byCode.length * 2, code + 1));
        grown.set(byCode);
        byCode = grown;
      }
      const known = byCode[code]!;
      if (known !== 0) return known - 1;
      const group = groupOfText(row);
      byCode[code] = group + 1;
      return group;
    },
  };
}
