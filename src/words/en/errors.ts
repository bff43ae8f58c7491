/** What can go wrong: what happened, and what it means for this person. */

import type { Damage } from "../../model/reportError.ts";
import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

const SO_FAR = 'totals say "so far".';
const ELSEWHERE = "Save it as CSV: that opens at any size.";

export const errorWords = area("errors", {
  badRequest: {
    title: "Gcore could not build this file.",
    meaning: "Gcore gave no reason.",
    says: (said: string) => `Gcore says: "${said}"`,
  },
  unauthorised: {
    title: "Gcore did not accept this key.",
    meaning: "It may be mistyped, expired or deleted.",
  },
  forbidden: {
    title: "This key may not read this report.",
    meaning: "Billing reports need the reseller's own key.",
  },
  notFound: {
    title: "Gcore knows no report with this id.",
    meaning: "It may have been deleted, or belong to another account.",
  },
  notAcceptable: {
    title: (format: string) => `Gcore does not offer this report as ${format}.`,
    toSave: (others: string) => `Try ${others}.`,
    toOpen: (others: string) => `This app reads JSON only; try the file as ${others}.`,
  },
  tooManyRequests: {
    title: "Gcore asks us to slow down.",
    meaning: "We stopped after several tries. Your key and report id are fine; wait a little.",
    when: (seconds: number, attempt: number, of: number) =>
      `We try again in ${seconds} s (try ${attempt} of ${of}).`,
  },
  server: {
    title: (status: number) => `Gcore has a problem right now (${status}).`,
    meaning: "Your key and report id are fine. We stopped after several tries.",
    fine: (status: number) =>
      `Gcore has a problem right now (${status}). Your key and report id are fine.`,
  },
  unexpectedStatus: {
    title: (status: number) => `Gcore gave an answer we do not know (${status}).`,
    meaning: "Nothing was loaded. Your key and report id are kept.",
  },
  offline: {
    title: "You are offline.",
    meaning: "This device has no network. When it is back, try again.",
  },
  unreachable: {
    title: "We could not reach Gcore.",
    meaning: "You are online, but the server did not answer. A firewall or VPN may be in the way.",
  },
  blocked: {
    title: "The browser blocked Gcore's answer.",
    meaning:
      "The server is there, but it does not let this site read its answers (CORS). Whoever hosts Billscope needs to pass /billing on through its own address.",
  },
  redirected: {
    title: "The server sent us to another address.",
    meaning: "We did not follow, so that your key goes nowhere else.",
  },
  timeout: {
    title: (after: string) => `Gcore did not answer within ${after}.`,
    meaning: "A large report can take time to prepare.",
  },
  stopped: {
    title: (size: string) => `The download stopped at ${size}.`,
    cut: "The connection was cut.",
    stalled: (after: string) => `Nothing came for ${after}.`,
    nothingSaved: "Nothing was saved.",
    noRow: "No row had arrived.",
    rows: (rows: number) =>
      `The ${counted(rows, "row that arrived is", "rows that arrived are")} shown; ${SO_FAR}`,
  },
  damaged: {
    reportOutside: (byte: number) =>
      `The report is damaged outside its rows (byte ${countText(byte)}).`,
    fileOutside: (byte: number) =>
      `The file is damaged outside its rows (byte ${countText(byte)}).`,
    report: (row: number, byte: number) =>
      `The report is damaged at row ${countText(row)} (byte ${countText(byte)}).`,
    file: (row: number, byte: number) =>
      `The file is damaged at row ${countText(row)} (byte ${countText(byte)}).`,
    arrived: `The rows that arrived are shown; ${SO_FAR}`,
    read: `What could be read is shown; ${SO_FAR}`,
    noneBefore: "No row before it could be read.",
    before: `The rows before it are shown; ${SO_FAR}`,
    problems: {
      noKey: () => "No key where one is expected.",
      noColon: () => "A key without a colon.",
      noValue: () => "No value where one is expected.",
      noComma: (close) => `No comma or ${close} where one is expected.`,
      keyTwice: (key) => `The key "${key}" is there twice.`,
      moreAfterEnd: () => "More after the end of the report.",
      headerNotText: () => "A header that is not a text.",
      rowNotList: () => "A row that is not a list.",
      brokenNumber: () => "A number that breaks off.",
      otherWord: () => "A word that JSON does not know.",
      otherEscape: () => "An escape that JSON does not know.",
      shortEscape: () => "\\u without four hexadecimal digits.",
      control: () => "A control character in a text.",
      notUtf8: () => "A text that is not UTF-8.",
      openQuote: () => "A quote opens here and is never closed.",
    } satisfies Record<Damage, (of: string) => string>,
  },
  notReport: {
    title: (found: string) => `This is not a report: ${found}`,
    meaning: "Nothing was loaded. Check the report id, or try again.",
    unnamed: "The rows that arrived are shown, without names of columns.",
    webPage: "A login page, a proxy or a wrong address may be in the way.",
    fileTitle: (found: string) => `This file is JSON, but not a report: ${found}`,
    fileMeaning: 'A report has the two parts "headers" and "rows".',
    noType: "no stated type",
    found: {
      empty: (): string => "the answer was empty.",
      webPage: (type: string) => `we got a web page (${type}) instead.`,
      otherType: (type: string) => `we got something else (${type}) instead.`,
      noHeaders: (): string => "it has no headers.",
      noRows: (): string => "it has no rows part.",
      neither: (): string => "it has neither headers nor rows.",
      rowsNotLists: (): string => "its rows are not lists of cells.",
      otherShape: (): string => "we got data of another shape instead.",
    },
  },
  tooLarge: {
    memory: (): string => "This report is larger than this browser can hold.",
    columns: (most: number) => `A row of this report has more than ${countText(most)} cells.`,
    cell: (): string => "A single value of this report is too large to be shown.",
    first: (rows: number) => `The first ${counted(rows, "row is", "rows are")} shown; ${SO_FAR}`,
    stays: "What was asked for needs more memory than there is. The rows stay as they were.",
    noneBefore: "There are no rows before it.",
    before: (rows: number) =>
      `The ${counted(rows, "row before it is", "rows before it are")} shown; ${SO_FAR}`,
  },
  noTable: {
    title: (found: string) => `This file can't be opened as a report: ${found}`,
    found: {
      empty: "it is empty.",
      webPage: "it is a web page.",
      binary: "it holds no text.",
      pdf: "it is a PDF.",
      archive: "it is a packed archive.",
      oldWorkbook: "it is a workbook of the old kind (.xls).",
      locked: "it is protected with a password.",
      damagedWorkbook: "the workbook is damaged or of a kind we do not know.",
      emptyWorkbook: "no sheet of the workbook has rows.",
    },
    meanings: {
      empty: "Nothing is in it; ask for it again.",
      webPage: "It may be a login page that was saved instead of the report.",
      binary: "CSV, XLSX and JSON files can be opened.",
      pdf: "CSV, XLSX and JSON files can be opened.",
      archive: "Unpack it first, then open the file inside.",
      oldWorkbook: "Open it in a spreadsheet and save it as XLSX or CSV.",
      locked: "Take the password off in a spreadsheet, then open it here.",
      damagedWorkbook: "If a spreadsheet can open it, save it there as XLSX or CSV.",
      emptyWorkbook: "Nothing is in it; ask for it again.",
    },
  },
  noHeaderLine: {
    title: (lines: number) => `This file has only ${counted(lines, "line")}.`,
    meaning: "The line that was chosen for the column names is not there.",
  },
  workbookTooLarge: {
    title: (size: string) => `This workbook is too large to be opened here (${size}).`,
    meaning: (limit: string) => `Workbooks are read up to ${limit}. ${ELSEWHERE}`,
  },
  workbookTooSlow: {
    title: (after: string) => `This workbook was not read within ${after}.`,
    meaning: ELSEWHERE,
  },
  workbookStopped: {
    title: "The part of the app that reads workbooks stopped.",
    meaning:
      "The browser may have run out of memory. Save the workbook as CSV: that opens at any size.",
  },
  fileGone: {
    title: "The file can't be read any more.",
    meaning: "It was changed, moved or deleted since it was chosen. Open it again.",
  },
  brokenOff: {
    title: "The file ends in the middle of the report.",
    noRow: "No row could be read. Ask for it again.",
    rows: (rows: number) =>
      `The ${counted(rows, "row before that is", "rows before that are")} shown; ${SO_FAR}`,
  },
  workerCrashed: {
    title: "The part of the app that holds the report stopped.",
    meaning: "The browser may have run out of memory. The report can be loaded again.",
  },
  workerSilent: {
    title: "The part of the app that holds the report no longer answers.",
    meaning: "It was ended. The report can be loaded again.",
  },
  nextTry: (seconds: number, attempt: number, of: number) =>
    `Next try in ${seconds} s (${attempt} of ${of}).`,
});
