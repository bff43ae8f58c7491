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
  newerLink:
    "Dieser Link stammt von einer neueren Version von Billscope. Laden Sie die Seite neu, um sie zu erhalten; bis dahin wird der Report ohne die Ansicht des Links gezeigt.",
  cutLink:
    "Dieser Link wurde unterwegs abgeschnitten: Vielleicht enthielt er mehr. Lassen Sie ihn sich noch einmal per E-Mail schicken.",
};
