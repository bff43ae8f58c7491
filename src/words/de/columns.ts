import { countText } from "../figures.ts";
import type { Words } from "../words.ts";

export const columns: Words["columns"] = {
  menu: (column) => `Spaltenmenü: ${column}`,
  ascending: "Aufsteigend sortieren",
  descending: "Absteigend sortieren",
  unsorted: "Nicht sortieren",
  filter: "Filtern…",
  group: "Nach dieser Spalte gruppieren",
  ungroup: "Nicht nach dieser Spalte gruppieren",
  kind: "Art…",
  select: "Spalte auswählen",
  hide: "Spalte ausblenden",
  fit: "Breite anpassen",
  pinLeft: "Links anheften",
  pinRight: "Rechts anheften",
  unpin: "Lösen",
  title: "Spalten",
  hidden: (count) => `${count} ausgeblendet`,
  find: "Spalte suchen",
  noMatch: "Keine Spalte hat das in ihrem Namen.",
  firstListed: (listed, all) =>
    `Aufgeführt sind die ersten ${countText(listed)} von ${countText(all)}.`,
  shown: (shown, all) => `${countText(shown)} von ${countText(all)} gezeigt`,
  showAll: "Alle zeigen, wie im Report",
};
