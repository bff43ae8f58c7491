import { countText } from "../figures.ts";
import type { Words } from "../words.ts";

export const row: Words["row"] = {
  ofReport: (row) => `Zeile ${row} des Reports`,
  ofShown: (row, of) => `Zeile ${countText(row)} von ${countText(of)}`,
  values: "Werte der Zeile",
  cannotRead: "Die Zeile kann nicht gelesen werden.",
  previous: "Vorige Zeile",
  next: "Nächste Zeile",
  copy: "Zeile kopieren",
};
