import { counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const grid: Words["grid"] = {
  name: "Zeilen des Reports",
  menu: (column) => `Spaltenmenü: ${column}`,
  filtered: "Gefiltert",
  pinned: { left: "Links angeheftet", right: "Rechts angeheftet" },
  only: "Nur diese",
  blank: "(leer)",
  kinds: {
    text: "",
    id: "Kennung",
    integer: "Ganzzahl",
    decimal: "Dezimal",
    money: "Betrag",
    date: "Datum",
    datetime: "Zeit",
    boolean: "ja/nein",
  },
  rows: (count) => counted(count, "Zeile", "Zeilen"),
  sum: (column, sums) => `Summe von ${column} ${sums || "keine"}`,
};
