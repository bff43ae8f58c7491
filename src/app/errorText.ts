/**
 * All words for what can go wrong: what happened, what it means for this person, and which steps
 * help. Exhaustive: a new code does not compile without its words. The keys and ids of the person
 * are never part of a sentence; what a server said passed redaction before it got here.
 */

import { MOST_COLUMNS } from "../model/column.ts";
import type { FileFormat, NoTable, NotReport, ReportError } from "../model/reportError.ts";
import { counted, countText, secondsText, sizeText } from "../words/figures.ts";

/** A next step; `errorActions` of the notices turn it into a button. */
export type ErrorStep =
  | "tryAgain"
  | "loadAgain"
  | "keepRows"
  | "changeKey"
  | "otherReport"
  | "otherFormats"
  | "otherFile"
  | "changeReading"
  | "reloadPage";

export interface ErrorText {
  readonly title: string;
  readonly meaning: string;
  readonly steps: readonly ErrorStep[];
}

/** What was being done: `file` opens one of the person's own, `save` keeps the report's original. */
export type Purpose = "open" | "save" | "file";

type Damage = Extract<ReportError, { readonly code: "malformed" }>;

export function errorText(error: ReportError, purpose: Purpose): ErrorText {
  const again: ErrorStep = "tryAgain";
  if (purpose === "file") {
    if (error.code === "cut") return brokenOffText(error.rows);
    if (error.code === "notReport") return otherJsonText(error.found);
  }
  switch (error.code) {
    case "badRequest":
      return {
        title: "Gcore could not build this file.",
        meaning: error.said === undefined ? "Gcore gave no reason." : `Gcore says: "${error.said}"`,
        steps: purpose === "save" ? ["otherFormats", again] : [again],
      };
    case "unauthorised":
      return {
        title: "Gcore did not accept this key.",
        meaning: "It may be mistyped, expired or deleted.",
        steps: ["changeKey", again],
      };
    case "forbidden":
      return {
        title: "This key may not read this report.",
        meaning: "Billing reports need the reseller's own key.",
        steps: ["changeKey", again],
      };
    case "notFound":
      return {
        title: "Gcore knows no report with this id.",
        meaning: "It may have been deleted, or belong to another account.",
        steps: ["otherReport", again],
      };
    case "notAcceptable":
      return notAcceptableText(error.format, purpose);
    case "tooManyRequests":
      return {
        title: "Gcore asks us to slow down.",
        meaning: "We stopped after several tries. Your key and report id are fine; wait a little.",
        steps: [again],
      };
    case "server":
      return {
        title: `Gcore has a problem right now (${error.status}).`,
        meaning: "Your key and report id are fine. We stopped after several tries.",
        steps: [again],
      };
    case "unexpectedStatus":
      return {
        title: `Gcore gave an answer we do not know (${error.status}).`,
        meaning: "Nothing was loaded. Your key and report id are kept.",
        steps: [again],
      };
    case "offline":
      return {
        title: "You are offline.",
        meaning: "This device has no network. When it is back, try again.",
        steps: [again],
      };
    case "unreachable":
      return {
        title: "We could not reach Gcore.",
        meaning:
          "You are online, but the server did not answer. A firewall or VPN may be in the way.",
        steps: [again],
      };
    case "blocked":
      return {
        title: "The browser blocked Gcore's answer.",
        meaning:
          "The server is there, but it does not let this site read its answers (CORS). " +
          "Whoever hosts Billscope needs to pass /billing on through its own address.",
        steps: [again],
      };
    case "redirected":
      return {
        title: "The server sent us to another address.",
        meaning: "We did not follow, so that your key goes nowhere else.",
        steps: [again],
      };
    case "timeout":
      return {
        title: `Gcore did not answer within ${secondsText(error.afterMs)}.`,
        meaning: "A large report can take time to prepare.",
        steps: [again],
      };
    case "cut":
      return stoppedText(error, "The connection was cut.", purpose);
    case "stalled":
      return stoppedText(error, `Nothing came for ${secondsText(error.afterMs)}.`, purpose);
    case "malformed":
      return damagedText(error, purpose);
    case "notReport":
      return {
        title: `This is not a report: ${foundText(error.found, error.mediaType)}`,
        meaning: notReportMeaning(error.found),
        steps: [again, "otherReport"],
      };
    case "tooLarge":
      return tooLargeText(error);
    case "noTable":
      return noTableText(error.found);
    case "noHeaderLine":
      return {
        title: `This file has only ${counted(error.lines, "line")}.`,
        meaning: "The line that was chosen for the column names is not there.",
        steps: ["changeReading", "otherFile"],
      };
    case "workbookTooLarge":
      return {
        title: `This workbook is too large to be opened here (${sizeText(error.bytes)}).`,
        meaning: `Workbooks are read up to ${sizeText(error.limit)}. Save it as CSV: that opens at any size.`,
        steps: ["otherFile"],
      };
    case "workbookTooSlow":
      return {
        title: `This workbook was not read within ${secondsText(error.afterMs)}.`,
        meaning: "Save it as CSV: that opens at any size.",
        steps: ["tryAgain", "otherFile"],
      };
    case "workbookStopped":
      return {
        title: "The part of the app that reads workbooks stopped.",
        meaning:
          "The browser may have run out of memory. Save the workbook as CSV: that opens at any size.",
        steps: ["tryAgain", "otherFile"],
      };
    case "fileGone":
      return {
        title: "The file can't be read any more.",
        meaning: "It was changed, moved or deleted since it was chosen. Open it again.",
        steps: ["otherFile"],
      };
    case "workerUnloadable":
      return {
        title: "A part of this app could not be loaded.",
        meaning: "The app may have been updated, or the connection is bad. Reload the page.",
        steps: ["reloadPage"],
      };
    case "workerCrashed":
      return {
        title: "The part of the app that holds the report stopped.",
        meaning: "The browser may have run out of memory. The report can be loaded again.",
        steps: ["loadAgain"],
      };
    case "workerSilent":
      return {
        title: "The part of the app that holds the report no longer answers.",
        meaning: "It was ended. The report can be loaded again.",
        steps: ["loadAgain"],
      };
    case "internal":
      return {
        title: "Something went wrong in this app.",
        meaning: `This is our mistake, not yours. Details: ${error.detail}`,
        steps: [purpose === "open" ? "loadAgain" : again],
      };
  }
}

/** While another try is planned; ends with when. `secondsLeft` counts down. */
export function waitingText(
  error: ReportError,
  secondsLeft: number,
  attempt: number,
  of: number,
): { readonly title: string; readonly when: string } {
  const seconds = `${secondsLeft} s`;
  if (error.code === "tooManyRequests") {
    return {
      title: "Gcore asks us to slow down.",
      when: `We try again in ${seconds} (try ${attempt} of ${of}).`,
    };
  }
  const title =
    error.code === "server"
      ? `Gcore has a problem right now (${error.status}). Your key and report id are fine.`
      : errorText(error, "open").title;
  return { title, when: `Next try in ${seconds} (${attempt} of ${of}).` };
}

export function formatName(format: FileFormat): "JSON" | "CSV" | "XLSX" {
  const names = { json: "JSON", csv: "CSV", xlsx: "XLSX" } as const;
  return names[format];
}

export function otherFormats(format: FileFormat): readonly FileFormat[] {
  return (["csv", "xlsx", "json"] as const).filter((other) => other !== format);
}

const NO_TABLE: Record<NoTable, readonly [found: string, meaning: string]> = {
  empty: ["it is empty.", "Nothing is in it; ask for it again."],
  webPage: ["it is a web page.", "It may be a login page that was saved instead of the report."],
  binary: ["it holds no text.", "CSV, XLSX and JSON files can be opened."],
  pdf: ["it is a PDF.", "CSV, XLSX and JSON files can be opened."],
  archive: ["it is a packed archive.", "Unpack it first, then open the file inside."],
  oldWorkbook: [
    "it is a workbook of the old kind (.xls).",
    "Open it in a spreadsheet and save it as XLSX or CSV.",
  ],
  locked: [
    "it is protected with a password.",
    "Take the password off in a spreadsheet, then open it here.",
  ],
  damagedWorkbook: [
    "the workbook is damaged or of a kind we do not know.",
    "If a spreadsheet can open it, save it there as XLSX or CSV.",
  ],
  emptyWorkbook: ["no sheet of the workbook has rows.", "Nothing is in it; ask for it again."],
};

function brokenOffText(rows: number): ErrorText {
  return {
    title: "The file ends in the middle of the report.",
    meaning:
      rows === 0
        ? "No row could be read. Ask for it again."
        : `The ${counted(rows, "row")} before that are shown; totals say "so far".`,
    steps: ["otherFile", "keepRows"],
  };
}

function otherJsonText(found: NotReport): ErrorText {
  return {
    title: `This file is JSON, but not a report: ${foundText(found, "JSON")}`,
    meaning: 'A report has the two parts "headers" and "rows".',
    steps: ["otherFile"],
  };
}

function noTableText(found: NoTable): ErrorText {
  const [what, meaning] = NO_TABLE[found];
  return { title: `This file can't be opened as a report: ${what}`, meaning, steps: ["otherFile"] };
}

function notAcceptableText(format: FileFormat, purpose: Purpose): ErrorText {
  const others = otherFormats(format).map(formatName).join(" or ");
  return {
    title: `Gcore does not offer this report as ${formatName(format)}.`,
    meaning:
      purpose === "save"
        ? `Try ${others}.`
        : `This app reads JSON only; try the file as ${others}.`,
    steps: ["otherFormats", "tryAgain"],
  };
}

function damagedText({ row, byte, problem }: Damage, purpose: Purpose): ErrorText {
  const isFile = purpose === "file";
  const what = isFile ? "file" : "report";
  const steps: readonly ErrorStep[] = isFile
    ? ["changeReading", "otherFile", "keepRows"]
    : ["loadAgain", "keepRows"];
  const place = `byte ${countText(byte)}`;
  const why = sentence(problem);
  if (row === 0) {
    return {
      title: `The ${what} is damaged outside its rows (${place}).`,
      meaning: `${isFile ? "What could be read is" : "The rows that arrived are"} shown; totals say "so far". ${why}`,
      steps,
    };
  }
  const before =
    row === 1
      ? "No row before it could be read."
      : 'The rows before it are shown; totals say "so far".';
  return {
    title: `The ${what} is damaged at row ${countText(row)} (${place}).`,
    meaning: `${before} ${why}`,
    steps,
  };
}

function stoppedText(
  { bytes, rows }: { readonly bytes: number; readonly rows: number },
  cause: string,
  purpose: Purpose,
): ErrorText {
  const title = `The download stopped at ${sizeText(bytes)}.`;
  if (purpose === "save") {
    return { title, meaning: `${cause} Nothing was saved.`, steps: ["tryAgain"] };
  }
  if (rows === 0) {
    return { title, meaning: `No row had arrived. ${cause}`, steps: ["loadAgain"] };
  }
  const arrived =
    rows === 1 ? "The 1 row that arrived is" : `The ${counted(rows, "row")} that arrived are`;
  return {
    title,
    meaning: `${arrived} shown; totals say "so far". ${cause}`,
    steps: ["loadAgain", "keepRows"],
  };
}

function foundText(found: NotReport, mediaType: string): string {
  const type = mediaType === "" ? "no stated type" : mediaType;
  switch (found) {
    case "empty":
      return "the answer was empty.";
    case "webPage":
      return `we got a web page (${type}) instead.`;
    case "otherType":
      return `we got something else (${type}) instead.`;
    case "noHeaders":
      return "it has no headers.";
    case "noRows":
      return "it has no rows part.";
    case "neither":
      return "it has neither headers nor rows.";
    case "rowsNotLists":
      return "its rows are not lists of cells.";
    case "otherShape":
      return "we got data of another shape instead.";
  }
}

function notReportMeaning(found: NotReport): string {
  return found === "webPage"
    ? "A login page, a proxy or a wrong address may be in the way."
    : "Nothing was loaded. Check the report id, or try again.";
}

function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const ended = /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

function tooLargeText({ limit, rows }: ReportError & { readonly code: "tooLarge" }): ErrorText {
  const before =
    rows === 0
      ? "There are no rows before it."
      : `The ${counted(rows, "row")} before it are shown; totals say "so far".`;
  const steps: readonly ErrorStep[] = ["keepRows", "loadAgain"];
  switch (limit) {
    case "memory":
      return {
        title: "This report is larger than this browser can hold.",
        meaning: `The first ${counted(rows, "row")} are shown; totals say "so far".`,
        steps,
      };
    case "columns":
      return {
        title: `A row of this report has more than ${countText(MOST_COLUMNS)} cells.`,
        meaning: before,
        steps,
      };
    case "cell":
      return {
        title: "A single value of this report is too large to be shown.",
        meaning: before,
        steps,
      };
  }
}
