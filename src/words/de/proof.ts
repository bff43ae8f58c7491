import { countText, counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const proof: Words["proof"] = {
  checking: "Es wird geprüft, ob dies die Daten sind, aus denen der Link entstand…",
  same: (rows) =>
    `Dieselben Daten wie beim Erstellen des Links: ${counted(rows, "Zeile", "Zeilen")} ✓`,
  differs: (rows) =>
    `Nicht dieselben Daten wie beim Erstellen des Links. Jetzt sind es ${counted(rows, "Zeile", "Zeilen")}.`,
  differsInside: (rows) =>
    `Nicht dieselben Daten wie beim Erstellen des Links: damals wie jetzt ${counted(rows, "Zeile", "Zeilen")}, aber nicht derselbe Inhalt.`,
  differsInRows: (then, now) =>
    `Nicht dieselben Daten wie beim Erstellen des Links: damals ${counted(then, "Zeile", "Zeilen")}, jetzt ${countText(now)}.`,
  perhapsSpreadsheet:
    "Wenn eine Tabellenkalkulation diese Datei gespeichert hat, hat sie dieselben Werte vielleicht nur anders geschrieben; die ursprüngliche CSV- oder JSON-Datei gibt Gewissheit.",
  workbook: (rows, asThen) =>
    `Diese Arbeitsmappe kann nicht beweisen, dass sie die Daten des Links hat, denn sie schreibt Zahlen und Daten auf ihre Weise; die CSV- oder JSON-Datei des Reports kann es. Sie hat ${counted(rows, "Zeile", "Zeilen")}${asThen ? ", so viele wie damals" : ""}.`,
  incomplete:
    "Dieser Report ist nicht vollständig und lässt sich darum nicht mit den Daten vergleichen, aus denen der Link entstand.",
  unable:
    "Dieser Browser kann die Daten nicht mit denen des Links vergleichen: Das geht nur auf sicheren Seiten (https).",
  fingerprint: "Fingerabdruck",
  whatIsThis: "Was ist das?",
  copy: "Kopieren",
  madeFrom: (rows) =>
    `Diese Ziffern entstehen aus den Spaltennamen und ${rows === 1 ? "der 1 Zeile" : `allen ${countText(rows)} Zeilen`} dieses Reports, bis zur letzten Stelle. Filter und Sortierung ändern sie nicht.`,
  compare:
    "Wer dieselben Ziffern sieht, hat dieselben Daten. Ist eine Zelle anders oder kommen die Zeilen in anderer Reihenfolge, sind es auch die Ziffern.",
  inLinks:
    "Ein mit „Teilen“ erstellter Link enthält sie: Wer ihn öffnet, erfährt, ob die Daten noch dieselben sind.",
  copied: "Kopiert.",
  copyRefused: "Der Browser hat es nicht erlaubt.",
};
