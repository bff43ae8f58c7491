/**
 * A cell of a sheet as a JSON value, its text exact: numbers by their stored value, with the zeros
 * at the end that their format shows; dates as ISO text; ids that are text stay text.
 */

import { SSF, type CellObject } from "xlsx";
import { sheetDate } from "./sheetDate.ts";

export interface SheetCell extends CellObject {
  /** The number as its file has it, a JSON number, where `v` can't hold it. */
  digits?: string;
}

export function cellJson(cell: SheetCell | undefined, from1904: boolean): string {
  if (cell === undefined) return "null";
  const { t, v, w } = cell;
  if (t === "b") return v === true ? "true" : "false";
  if (t === "n" && typeof v === "number") return numberJson(v, cell, from1904);
  if (t === "e") return JSON.stringify(w ?? "#ERROR");
  return typeof v === "string" ? JSON.stringify(v) : "null";
}

/** The text of a header's cell. */
export function cellText(cell: SheetCell | undefined, from1904: boolean): string {
  const json = cellJson(cell, from1904);
  if (json === "null") return "";
  const value: unknown = JSON.parse(json);
  return typeof value === "string" ? value : json;
}

const SHOWN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

function numberJson(value: number, { w, z, digits }: SheetCell, from1904: boolean): string {
  const format = typeof z === "string" ? z : "General";
  if (isDate(format)) {
    const iso = sheetDate(value, format, from1904);
    if (iso !== undefined) return JSON.stringify(iso);
    return w === undefined ? String(value) : JSON.stringify(w);
  }
  if (digits !== undefined) return digits;
  if (!Number.isFinite(value)) return JSON.stringify(w ?? String(value));
  // `12.50` where the format shows it so and no digit is lost by it; an id's `00123` is a text.
  const shown = (w ?? "").replaceAll(",", "");
  if (!SHOWN_NUMBER.test(shown) || Number(shown) !== value) return String(value);
  return JSON_NUMBER.test(shown) ? shown : JSON.stringify(shown);
}

function isDate(format: string): boolean {
  return SSF.is_date(format) === true;
}
