import { counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const view: Words["view"] = {
  filters: (count) => `mit ${counted(count, "Filter", "Filtern")}`,
  search: (text) => `durchsucht nach „${text}“`,
  sort: (columns) => `sortiert nach ${columns}`,
  groups: (columns) => `gruppiert nach ${columns}`,
  columns: (count) => `mit ${counted(count, "Spalte", "Spalten")}`,
  notUnderstood: (count, parts) =>
    `${counted(count, "Teil dieses Links wurde", "Teile dieses Links wurden")} nicht verstanden: ${parts}`,
};
