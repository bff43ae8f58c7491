import { counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const connect: Words["connect"] = {
  form: "Einen Report öffnen",
  lead: "Öffnet einen Report von Gcore als Tabelle: bis zur letzten Stelle, in jeder Größe.",
  mending:
    "Die Einstellungen dieser Website haben Fehler. Bis sie behoben sind, gelten die Vorgaben.",
  userName: "Gcore-Schlüssel (Reseller)",
  key: "API-Schlüssel",
  keyHint:
    "Im Admin-Portal von Gcore unter Profile. Ein Schlüssel des Kundenportals kann keine Reports lesen.",
  keyOptional: "Leer lassen, um den Schlüssel im Speicher zu verwenden.",
  hide: "Verbergen",
  show: "Zeigen",
  anyway: "Trotzdem verwenden",
  keyProblems: {
    empty: "Ein API-Schlüssel wird gebraucht. Sie finden ihn im Admin-Portal unter Profile.",
    unsendable:
      "Das ist kein Schlüssel: Er enthält Buchstaben oder Zeichen, die kein Schlüssel hat. Kopieren Sie ihn noch einmal ganz.",
    tooLong: "Das ist viel zu lang für einen Schlüssel. Kopieren Sie nur den Schlüssel.",
  },
  keyNotes: {
    cut: "Dieser Schlüssel wirkt abgeschnitten: Nach dem $ folgt nichts. Setzen Sie ihn im Terminal in einfache Anführungszeichen, bevor Sie ihn kopieren.",
    loginToken:
      "Das ist ein Anmelde-Token, das nach einer Stunde nicht mehr gilt; verwenden Sie es, oder fügen Sie einen API-Schlüssel ein.",
  },
  reportId: "Report-ID",
  reportHint: "Die ID oder irgendein Text oder Link, der sie enthält.",
  open: "Report öffnen",
  offersReport: (view) =>
    `Dieser Link öffnet den Report {id}${view}. Geben Sie Ihren eigenen API-Schlüssel ein, um ihn zu sehen, oder öffnen Sie die Datei des Reports.`,
  offersDamaged: (view) =>
    `Die ID in diesem Link ist beschädigt. Die richtige öffnet den Report${view}.`,
  offersFile: (view) =>
    `Dieser Link zeigt eine Datei${view}. Die Datei selbst ist nicht im Link und wurde nie gespeichert: Öffnen Sie sie oder denselben Report, um das zu sehen.`,
  openFile: "Datei öffnen…",
  fileHint:
    "Eine CSV-, XLSX- oder JSON-Datei irgendwo fallen lassen. Sie bleibt in diesem Browser und braucht keinen Schlüssel.",
  sample: "Beispiel-Report ansehen",
  otherSamples: "Andere Beispiele",
  samples: {
    month: () => `Ein Monat: ${counted(1_204, "Zeile", "Zeilen")}`,
    large: () => counted(100_000, "Zeile", "Zeilen"),
    million: () => counted(1_000_000, "Zeile", "Zeilen"),
    blocks: () => "Ein älterer Report in Blöcken",
    awkward: () => "Sperrige Werte",
  },
  promise:
    "Der Schlüssel bleibt im Speicher dieses Tabs und geht an die Report-API, sonst nirgendwohin. Mit dem Tab ist er vergessen. Der Report verlässt Ihren Browser nie.",
  licences: "Lizenzen",
  languageMissing: "Diese Sprache konnte nicht geladen werden. Laden Sie die Seite neu.",
  notOneFile: "Nur eine Datei auf einmal: die Datei eines Reports.",
  isFolder: "Das ist ein Ordner. Lassen Sie die Datei eines Reports fallen.",
  dropped: "{drop} Sie bleibt in diesem Browser.",
  dropToOpen: "Loslassen, um die Datei zu öffnen.",
};
