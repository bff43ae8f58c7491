import type { Words } from "../words.ts";

export const groups: Words["groups"] = {
  name: "Gruppen",
  by: "Gruppiert nach",
  outwards: (column) => `Nach außen: ${column}`,
  first: (column) => `Zuerst nach ${column} gruppieren`,
  remove: (column) => `Nicht nach ${column} gruppieren`,
  soFar: "Anzahlen und Zwischensummen bisher",
  order: "Reihenfolge der Gruppen",
  asSorted: "Wie sortiert",
  mostRows: "Meiste Zeilen zuerst",
  fewestRows: "Wenigste Zeilen zuerst",
  onlyThis: "Nur diese Gruppe",
  foldAll: "Alle zuklappen",
  unfoldAll: "Alle aufklappen",
};
