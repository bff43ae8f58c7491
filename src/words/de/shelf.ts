import { countText, counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const shelf: Words["shelf"] = {
  applyElsewhere: "Diese Ansicht auf einen anderen Report anwenden",
  reportId: "Report-ID",
  elsewhereHint:
    "Spalten, Sortierung, Filter und Suche bleiben, wie sie sind. Was nicht zum anderen Report passt, wird dort genannt.",
  openWithView: "Mit dieser Ansicht öffnen",
  title: "Gespeicherte Ansichten",
  name: "Name",
  nameHint:
    "Für die Ansicht auf dem Bildschirm. Sie bleibt in diesem Browser: Spalten, Sortierung, Filter mit dem, was sie suchen. Keine Zeilen und kein Schlüssel.",
  needsName: "Geben Sie ihr einen Namen.",
  nameTaken: "Eine andere Ansicht heißt schon so.",
  newName: (name) => `Neuer Name für ${name}`,
  replace: "Diese Ansicht ersetzen",
  save: "Diese Ansicht speichern",
  saved: (name) => `Gespeichert als „${name}“.`,
  deleted: (name) => `„${name}“ ist gelöscht.`,
  renamed: (name) => `Umbenannt in „${name}“.`,
  undo: "Rückgängig",
  none: "Noch sind keine Ansichten gespeichert.",
  file: "Datei mit Ansichten",
  import: "Aus einer Datei übernehmen…",
  export: "Alle in eine Datei speichern",
  asOpened: "wie ein Report sich öffnet",
  apply: "Anwenden",
  applyNamed: (name) => `Anwenden: ${name}`,
  rename: "Umbenennen",
  renameNamed: (name) => `Umbenennen: ${name}`,
  delete: "Löschen",
  deleteNamed: (name) => `Löschen: ${name}`,
  problems: {
    noStorage: () =>
      "Dieser Browser behält für diese Seite nichts: Ansichten bleiben, bis sie geschlossen wird. Speichern Sie sie in eine Datei, um sie zu behalten.",
    full: () =>
      "Dieser Browser hat für diese Seite keinen Platz mehr; es wurde nichts geändert. Speichern Sie die Ansichten in eine Datei, und löschen Sie einige.",
    tooMany: (most) =>
      `Mehr als ${countText(most)} Ansichten werden nicht behalten; es wurde nichts geändert. Löschen Sie zuerst einige.`,
    damaged: () =>
      "Die gespeicherten Ansichten in diesem Browser sind nicht lesbar. Die nächste gespeicherte Ansicht tritt an ihre Stelle.",
  },
  newer:
    "Diese Datei stammt von einer neueren Version von Billscope. Laden Sie die Seite neu, um sie zu erhalten.",
  noViews: "Das ist keine Datei mit Ansichten von Billscope. Es wurde nichts geändert.",
  imported: (count) => `${counted(count, "Ansicht", "Ansichten")} übernommen.`,
  known: (count) => `${counted(count, "war", "waren")} schon da.`,
  leftOut: (count) =>
    `${counted(count, "Eintrag war", "Einträge waren")} nicht lesbar und ${count === 1 ? "fehlt" : "fehlen"}.`,
  notUnderstood: (count) =>
    `${counted(count, "Teil der Ansichten wurde", "Teile der Ansichten wurden")} nicht verstanden.`,
  misfits: {
    allColumns: "die Wahl der Spalten (alle werden gezeigt)",
    column: (name) => `die Spalte ${name}`,
    order: (name) => `die Sortierung nach ${name}`,
    filter: (words) => `der Filter „${words}“`,
    groups: (name) => `die Gruppen nach ${name}`,
    fill: (name) => `das Füllen von ${name}`,
    edge: (name) => `${name} am Rand`,
    kind: (name) => `die Art von ${name}`,
    currency: (name) => `die Währung von ${name}`,
    total: (name) => `die Summe von ${name}`,
    width: (name) => `die Breite von ${name}`,
  },
};
