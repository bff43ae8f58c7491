import { countText, counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const kinds: Words["kinds"] = {
  names: {
    text: "Text",
    id: "Kennung",
    integer: "Ganzzahl",
    decimal: "Dezimalzahl",
    money: "Betrag",
    date: "Datum",
    datetime: "Datum mit Uhrzeit",
    boolean: "ja/nein",
  },
  meanings: {
    text: "wie Wörter sortiert, nie summiert",
    id: "jede Ziffer und führende Null bleibt, nie summiert",
    integer: "ganze Zahlen, nach Wert sortiert",
    decimal: "Zahlen, nach Wert sortiert, am Komma ausgerichtet",
    money: "Beträge in einer Währung, je Währung summiert",
    date: "Tage, nach Zeit sortiert",
    datetime: "Tage mit Uhrzeit, nach Zeit sortiert",
    boolean: "wahr oder falsch",
  },
  values: {
    id: ofAll("eine ganze Zahl", "ganze Zahlen"),
    integer: ofAll("eine ganze Zahl", "ganze Zahlen"),
    decimal: ofAll("eine Dezimalzahl", "Dezimalzahlen"),
    money: ofAll("eine Dezimalzahl", "Dezimalzahlen"),
    date: ofAll("ein Tag", "Tage"),
    datetime: ofAll("ein Tag mit Uhrzeit", "Tage mit Uhrzeit"),
    boolean: ofAll("wahr oder falsch"),
  },
  noValues: "es gibt keine Werte",
  noNumber: (all) =>
    all === 1
      ? "der einzige Wert ist keine Zahl"
      : `keiner von ${countText(all)} Werten ist eine Zahl`,
  staysText: (fitting, all) =>
    `${ofAll("eine Zahl", "Zahlen")(fitting, all)}; ${countText(all - fitting)} ${all - fitting === 1 ? "ist" : "sind"} keine, darum bleibt es Text`,
  namedAmount: "benannt wie ein Betrag",
  besideCurrency: "neben einer Währung",
  namedId: "benannt wie eine Kennung",
  likeId: "mit führenden Nullen oder zu vielen Ziffern für eine Anzahl",
  provisional: "vorläufig, solange Zeilen ankommen",
  noCurrency: "ohne Angabe der Währung",
  inCurrency: (code) => `in ${code}`,
  currencyOf: (column) => `in der Währung der Spalte ${column}`,
  moneyIn: (currency) => `Betrag, ${currency}`,
  kind: (what) => `Art: ${what}.`,
  kindAs: (what, reason) => `Art: ${what}, denn ${reason}.`,
  kindChosen: (what, found, reason) => `Art: ${what}, gewählt. Erkannt: ${found}, denn ${reason}.`,
  title: "Art: ",
  legend: "Art",
  foundAs: (found, reason) => `Erkannt: ${found}, denn ${reason}.`,
  currency: "Währung",
  asFound: (currency) => `Wie erkannt: ${currency}`,
  oneCode: "Ein Kürzel für alle Zeilen…",
  inColumn: "In der Spalte",
  code: "Währungskürzel",
  badCode: "Nur Buchstaben und Ziffern, etwa EUR.",
  apply: "Anwenden",
};

function ofAll(one: string, many = one) {
  return (fitting: number, all: number) =>
    `${countText(fitting)} von ${counted(all, "Wert", "Werten")} ${fitting === 1 ? `ist ${one}` : `sind ${many}`}`;
}
