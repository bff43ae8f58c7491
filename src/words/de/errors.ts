import { countText, counted } from "../figures.ts";
import type { Words } from "../words.ts";

const SO_FAR = "Summen tragen den Zusatz „bisher“.";
const ELSEWHERE = "Speichern Sie sie als CSV: Das lässt sich in jeder Größe öffnen.";
const rowsText = (rows: number) => counted(rows, "Zeile", "Zeilen");

export const errors: Words["errors"] = {
  badRequest: {
    title: "Gcore konnte diese Datei nicht erstellen.",
    meaning: "Gcore nannte keinen Grund.",
    says: (said) => `Gcore sagt: „${said}“`,
  },
  unauthorised: {
    title: "Gcore hat diesen Schlüssel nicht angenommen.",
    meaning: "Er enthält vielleicht einen Tippfehler, ist abgelaufen oder gelöscht.",
  },
  forbidden: {
    title: "Dieser Schlüssel darf diesen Report nicht lesen.",
    meaning: "Abrechnungs-Reports brauchen den eigenen Schlüssel des Resellers.",
  },
  notFound: {
    title: "Gcore kennt keinen Report mit dieser ID.",
    meaning: "Er wurde vielleicht gelöscht oder gehört zu einem anderen Konto.",
  },
  notAcceptable: {
    title: (format) => `Gcore bietet diesen Report nicht als ${format} an.`,
    toSave: (others) => `Versuchen Sie ${others}.`,
    toOpen: (others) => `Diese App liest nur JSON; versuchen Sie die Datei als ${others}.`,
  },
  tooManyRequests: {
    title: "Gcore bittet uns, langsamer zu fragen.",
    meaning:
      "Wir haben nach mehreren Versuchen aufgehört. Ihr Schlüssel und die Report-ID sind in Ordnung; warten Sie ein wenig.",
    when: (seconds, attempt, of) => `Neuer Versuch in ${seconds} s (Versuch ${attempt} von ${of}).`,
  },
  server: {
    title: (status) => `Gcore hat gerade ein Problem (${status}).`,
    meaning:
      "Ihr Schlüssel und die Report-ID sind in Ordnung. Wir haben nach mehreren Versuchen aufgehört.",
    fine: (status) =>
      `Gcore hat gerade ein Problem (${status}). Ihr Schlüssel und die Report-ID sind in Ordnung.`,
  },
  unexpectedStatus: {
    title: (status) => `Gcore gab eine Antwort, die wir nicht kennen (${status}).`,
    meaning: "Es wurde nichts geladen. Ihr Schlüssel und die Report-ID bleiben erhalten.",
  },
  offline: {
    title: "Sie sind offline.",
    meaning: "Dieses Gerät hat kein Netz. Wenn es zurück ist, versuchen Sie es noch einmal.",
  },
  unreachable: {
    title: "Wir konnten Gcore nicht erreichen.",
    meaning:
      "Sie sind online, aber der Server antwortete nicht. Vielleicht steht eine Firewall oder ein VPN im Weg.",
  },
  blocked: {
    title: "Der Browser hat die Antwort von Gcore blockiert.",
    meaning:
      "Der Server ist da, lässt diese Website seine Antworten aber nicht lesen (CORS). Wer Billscope betreibt, muss /billing über die eigene Adresse weiterreichen.",
  },
  redirected: {
    title: "Der Server hat uns an eine andere Adresse verwiesen.",
    meaning: "Wir sind nicht gefolgt, damit Ihr Schlüssel sonst nirgendwohin geht.",
  },
  timeout: {
    title: (after) => `Gcore hat innerhalb von ${after} nicht geantwortet.`,
    meaning: "Ein großer Report braucht manchmal Zeit, bis er bereitsteht.",
  },
  stopped: {
    title: (size) => `Der Download brach bei ${size} ab.`,
    cut: "Die Verbindung wurde unterbrochen.",
    stalled: (after) => `${after} lang kam nichts.`,
    nothingSaved: "Es wurde nichts gespeichert.",
    noRow: "Es war noch keine Zeile angekommen.",
    rows: (rows) =>
      rows === 1
        ? `Die 1 angekommene Zeile wird gezeigt; ${SO_FAR}`
        : `Die ${countText(rows)} angekommenen Zeilen werden gezeigt; ${SO_FAR}`,
  },
  damaged: {
    reportOutside: (byte) =>
      `Der Report ist außerhalb seiner Zeilen beschädigt (Byte ${countText(byte)}).`,
    fileOutside: (byte) =>
      `Die Datei ist außerhalb ihrer Zeilen beschädigt (Byte ${countText(byte)}).`,
    report: (row, byte) =>
      `Der Report ist in Zeile ${countText(row)} beschädigt (Byte ${countText(byte)}).`,
    file: (row, byte) =>
      `Die Datei ist in Zeile ${countText(row)} beschädigt (Byte ${countText(byte)}).`,
    arrived: `Die angekommenen Zeilen werden gezeigt; ${SO_FAR}`,
    read: `Was lesbar war, wird gezeigt; ${SO_FAR}`,
    noneBefore: "Davor war keine Zeile lesbar.",
    before: `Die Zeilen davor werden gezeigt; ${SO_FAR}`,
    problems: {
      noKey: () => "Ein Name fehlt, wo einer stehen muss.",
      noColon: () => "Ein Name ohne Doppelpunkt.",
      noValue: () => "Ein Wert fehlt, wo einer stehen muss.",
      noComma: (close) => `Ein Komma oder ${close} fehlt, wo eines stehen muss.`,
      keyTwice: (key) => `Den Namen „${key}“ gibt es zweimal.`,
      moreAfterEnd: () => "Nach dem Ende des Reports kommt noch etwas.",
      headerNotText: () => "Ein Spaltenname ist kein Text.",
      rowNotList: () => "Eine Zeile ist keine Liste.",
      brokenNumber: () => "Eine Zahl bricht ab.",
      otherWord: () => "Ein Wort, das JSON nicht kennt.",
      otherEscape: () => "Eine Umschreibung mit „\\“, die JSON nicht kennt.",
      shortEscape: () => "Nach „\\u“ fehlen vier hexadezimale Ziffern.",
      control: () => "Ein Steuerzeichen in einem Text.",
      notUtf8: () => "Ein Text, der nicht UTF-8 ist.",
      openQuote: () => "Hier öffnet sich ein Anführungszeichen, das nie geschlossen wird.",
    },
  },
  notReport: {
    title: (found) => `Das ist kein Report: ${found}`,
    meaning:
      "Es wurde nichts geladen. Prüfen Sie die Report-ID, oder versuchen Sie es noch einmal.",
    unnamed: "Die angekommenen Zeilen sind zu sehen, ohne Spaltennamen.",
    webPage: "Vielleicht steht eine Anmeldeseite, ein Proxy oder eine falsche Adresse im Weg.",
    fileTitle: (found) => `Diese Datei ist JSON, aber kein Report: ${found}`,
    fileMeaning: "Ein Report hat die zwei Teile „headers“ und „rows“.",
    noType: "ohne Angabe der Art",
    found: {
      empty: () => "Die Antwort war leer.",
      webPage: (type) => `Stattdessen kam eine Webseite (${type}).`,
      otherType: (type) => `Stattdessen kam etwas anderes (${type}).`,
      noHeaders: () => "Es fehlen die Spaltennamen („headers“).",
      noRows: () => "Es fehlt der Teil mit den Zeilen („rows“).",
      neither: () => "Es gibt weder Spaltennamen noch Zeilen.",
      rowsNotLists: () => "Die Zeilen sind keine Listen von Zellen.",
      otherShape: () => "Stattdessen kamen Daten von anderem Aufbau.",
    },
  },
  tooLarge: {
    memory: () => "Dieser Report ist größer, als dieser Browser fassen kann.",
    columns: (most) => `Eine Zeile dieses Reports hat mehr als ${countText(most)} Zellen.`,
    cell: () => "Ein einzelner Wert dieses Reports ist zu groß, um gezeigt zu werden.",
    first: (rows) =>
      `Gezeigt: ${rows === 1 ? "die erste Zeile" : `die ersten ${rowsText(rows)}`}; ${SO_FAR}`,
    stays:
      "Was gefragt wurde, braucht mehr Speicher, als da ist. Die Zeilen bleiben, wie sie waren.",
    noneBefore: "Davor gibt es keine Zeilen.",
    before: (rows) => `Gezeigt: ${rowsText(rows)} davor; ${SO_FAR}`,
  },
  noTable: {
    title: (found) => `Diese Datei lässt sich nicht als Report öffnen: ${found}`,
    found: {
      empty: "Sie ist leer.",
      webPage: "Sie ist eine Webseite.",
      binary: "Sie enthält keinen Text.",
      pdf: "Sie ist ein PDF.",
      archive: "Sie ist ein gepacktes Archiv.",
      oldWorkbook: "Sie ist eine Arbeitsmappe der alten Art (.xls).",
      locked: "Sie ist mit einem Passwort geschützt.",
      damagedWorkbook: "Die Arbeitsmappe ist beschädigt oder von einer Art, die wir nicht kennen.",
      emptyWorkbook: "Kein Blatt der Arbeitsmappe hat Zeilen.",
    },
    meanings: {
      empty: "Es ist nichts darin; fordern Sie sie noch einmal an.",
      webPage: "Vielleicht wurde statt des Reports eine Anmeldeseite gespeichert.",
      binary: "CSV-, XLSX- und JSON-Dateien lassen sich öffnen.",
      pdf: "CSV-, XLSX- und JSON-Dateien lassen sich öffnen.",
      archive: "Entpacken Sie es zuerst, und öffnen Sie dann die Datei darin.",
      oldWorkbook:
        "Öffnen Sie sie in einer Tabellenkalkulation, und speichern Sie sie als XLSX oder CSV.",
      locked: "Entfernen Sie das Passwort in einer Tabellenkalkulation; dann öffnen Sie sie hier.",
      damagedWorkbook:
        "Wenn eine Tabellenkalkulation sie öffnen kann, speichern Sie sie dort als XLSX oder CSV.",
      emptyWorkbook: "Es ist nichts darin; fordern Sie sie noch einmal an.",
    },
  },
  noHeaderLine: {
    title: (lines) => `Diese Datei hat nur ${counted(lines, "Zeile", "Zeilen")}.`,
    meaning: "Die Zeile, die für die Spaltennamen gewählt wurde, gibt es nicht.",
  },
  workbookTooLarge: {
    title: (size) => `Diese Arbeitsmappe ist zu groß, um hier geöffnet zu werden (${size}).`,
    meaning: (limit) => `Arbeitsmappen werden bis ${limit} gelesen. ${ELSEWHERE}`,
  },
  workbookTooSlow: {
    title: (after) => `Diese Arbeitsmappe war nach ${after} noch nicht gelesen.`,
    meaning: ELSEWHERE,
  },
  workbookStopped: {
    title: "Der Teil der App, der Arbeitsmappen liest, ist stehen geblieben.",
    meaning:
      "Vielleicht war der Speicher des Browsers voll. Speichern Sie die Arbeitsmappe als CSV: Das lässt sich in jeder Größe öffnen.",
  },
  fileGone: {
    title: "Die Datei lässt sich nicht mehr lesen.",
    meaning:
      "Sie wurde geändert, verschoben oder gelöscht, seit sie gewählt wurde. Öffnen Sie sie noch einmal.",
  },
  brokenOff: {
    title: "Die Datei endet mitten im Report.",
    noRow: "Keine Zeile war lesbar. Fordern Sie sie noch einmal an.",
    rows: (rows) => `Gezeigt: ${rowsText(rows)} davor; ${SO_FAR}`,
  },
  workerCrashed: {
    title: "Der Teil der App, der den Report hält, ist stehen geblieben.",
    meaning:
      "Vielleicht war der Speicher des Browsers voll. Der Report kann noch einmal geladen werden.",
  },
  workerSilent: {
    title: "Der Teil der App, der den Report hält, antwortet nicht mehr.",
    meaning: "Er wurde beendet. Der Report kann noch einmal geladen werden.",
  },
  nextTry: (seconds, attempt, of) => `Nächster Versuch in ${seconds} s (${attempt} von ${of}).`,
};
