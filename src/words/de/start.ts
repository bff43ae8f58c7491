import type { Words } from "../words.ts";

export const start: Words["start"] = {
  opening: "Wird geöffnet…",
  forget: "Schlüssel vergessen",
  addressHolds:
    "Die Adresse dieser Seite enthält weiterhin die Report-ID und die Ansicht. Nach dem Neuladen geben Sie den Schlüssel wieder ein.",
  workerUnloadable: {
    title: "Ein Teil dieser App konnte nicht geladen werden.",
    meaning:
      "Vielleicht wurde die App erneuert, oder die Verbindung ist schlecht. Laden Sie die Seite neu.",
  },
  configUnread: {
    title: "Die Konfiguration dieser Seite ist nicht lesbar.",
    meaning: (mistakes) =>
      `Sie sagt, wohin ein Schlüssel gehen darf, also wird keiner verlangt. Versuchen Sie es noch einmal, oder melden Sie es dem Betreiber: ${mistakes}`,
    again: "Noch einmal versuchen",
  },
  internal: {
    title: "In dieser App ist etwas schiefgegangen.",
    meaning: (detail) => `Das ist unser Fehler, nicht Ihrer. Einzelheiten: ${detail}`,
  },
  reload: "Neu laden",
};
