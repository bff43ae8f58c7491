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
  fitAll: "Alle Breiten anpassen",
  moveLeft: "Nach links",
  moveRight: "Nach rechts",
  pinLeft: "Links anheften",
  pinRight: "Rechts anheften",
  unpin: "Lösen",
  pin: (column) => `Anheften: ${column}`,
  pinned: {
    left: (column) => `Links angeheftet: ${column}`,
    right: (column) => `Rechts angeheftet: ${column}`,
  },
  title: "Spalten",
  allHidden: (all) =>
    all === 1
      ? "Die einzige Spalte ist ausgeblendet."
      : `Alle ${countText(all)} Spalten sind ausgeblendet.`,
  hidden: (count) => `${count} ausgeblendet`,
  find: "Spalte suchen",
  noMatch: "Keine Spalte hat das in ihrem Namen.",
  firstListed: (listed, all) =>
    `Aufgeführt sind die ersten ${countText(listed)} von ${countText(all)}.`,
  shown: (shown, all) => `${countText(shown)} von ${countText(all)} gezeigt`,
  moveUp: (column) => `Nach oben: ${column}`,
  moveDown: (column) => `Nach unten: ${column}`,
  movedTo: (column, place, of) => `${column}: Spalte ${countText(place)} von ${countText(of)}`,
  showFound: (count) => `Diese ${countText(count)} zeigen`,
  hideFound: (count) => `Diese ${countText(count)} ausblenden`,
  hideAll: "Alle außer der ersten ausblenden",
  showAll: "Alle zeigen, wie im Report",
};
