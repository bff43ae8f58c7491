import type { Words } from "../words.ts";

export const controls: Words["controls"] = {
  close: "Schließen",
  cancel: "Abbrechen",
  notAReportId: "Das ist keine Report-ID. Sie sieht so aus: {id}.",
};
