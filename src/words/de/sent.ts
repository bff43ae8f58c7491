import { countText, counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const sent: Words["sent"] = {
  title: "Was diesen Browser verließ",
  requests: "Anfragen",
  time: "Zeit",
  request: "Anfrage",
  key: "Schlüssel",
  answer: "Antwort",
  outcomes: {
    underWay: "noch keine Antwort",
    noAnswer: "keine Antwort",
    stopped: "abgebrochen",
    redirectRefused: "Umleitung, nicht befolgt",
    unreadable: "eine Antwort, die diese Seite nicht lesen darf",
  },
  withoutKey: "ohne den Schlüssel",
  all: (count) => `${counted(count, "Anfrage", "Anfragen")}, seit diese Seite geöffnet wurde.`,
  keyNotSent: "Der Schlüssel wurde nicht gesendet.",
  keyWent: (times, hosts) =>
    `Der Schlüssel ging mit ${countText(times)} davon mit, an ${hosts} und sonst nirgendwohin.`,
  forgotten: (count) =>
    `Nicht mehr aufgeführt: ${counted(count, "ältere Anfrage", "ältere Anfragen")}.`,
  rest: (host) =>
    `Sonst wurde nichts gesendet. Der Report und was Sie filtern, suchen, kopieren, teilen oder exportieren bleibt in diesem Browser. Die Dateien dieser App kamen von ${host}, ohne den Schlüssel: die meisten beim Öffnen, einige erst, als sie gebraucht wurden.`,
};
