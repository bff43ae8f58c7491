/**
 * What can go wrong, in words: what happened, what it means for this person, and which steps help.
 * Exhaustive: a new code does not compile without its words. The keys and ids of the person are
 * never part of a sentence; what a server said passed redaction before it got here.
 */

import { MOST_COLUMNS } from "../model/column.ts";
import type { FileFormat, NotReport, ReportError } from "../model/reportError.ts";
import { errorWords } from "../words/en/errors.ts";
import { oneOf, secondsText, sizeText } from "../words/figures.ts";
import { startWords } from "../words/en/start.ts";

/** A next step; `StepButtons` of the notices turn it into a button. */
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

type NoReport = Extract<ReportError, { readonly code: "notReport" }>;
type Damaged = Extract<ReportError, { readonly code: "malformed" }>;

export function errorText(error: ReportError, purpose: Purpose): ErrorText {
  const again: ErrorStep = "tryAgain";
  const words = errorWords;
  if (purpose === "file") {
    if (error.code === "cut") return brokenOffText(error.rows);
    if (error.code === "notReport") return otherJsonText(error.found);
  }
  switch (error.code) {
    case "badRequest": {
      const { title, meaning, says } = words.badRequest;
      return {
        title,
        meaning: error.said === undefined ? meaning : says(error.said),
        steps: purpose === "save" ? ["otherFormats", again] : [again],
      };
    }
    case "unauthorised":
    case "forbidden":
      return { ...words[error.code], steps: ["changeKey", again] };
    case "notFound":
      return { ...words.notFound, steps: ["otherReport", again] };
    case "notAcceptable":
      return notAcceptableText(error.format, purpose);
    case "tooManyRequests":
    case "offline":
    case "unreachable":
    case "blocked":
    case "redirected": {
      const { title, meaning } = words[error.code];
      return { title, meaning, steps: [again] };
    }
    case "server":
    case "unexpectedStatus": {
      const { title, meaning } = words[error.code];
      return { title: title(error.status), meaning, steps: [again] };
    }
    case "timeout":
      return {
        title: words.timeout.title(secondsText(error.afterMs)),
        meaning: words.timeout.meaning,
        steps: [again],
      };
    case "cut":
      return stoppedText(error, words.stopped.cut, purpose);
    case "stalled":
      return stoppedText(error, words.stopped.stalled(secondsText(error.afterMs)), purpose);
    case "malformed":
      return damagedText(error, purpose);
    case "notReport":
      return notReportText(error, purpose);
    case "tooLarge":
      return tooLargeText(error);
    case "noTable":
      return {
        title: words.noTable.title(words.noTable.found[error.found]),
        meaning: words.noTable.meanings[error.found],
        steps: ["otherFile"],
      };
    case "noHeaderLine":
      return {
        title: words.noHeaderLine.title(error.lines),
        meaning: words.noHeaderLine.meaning,
        steps: ["changeReading", "otherFile"],
      };
    case "workbookTooLarge":
      return {
        title: words.workbookTooLarge.title(sizeText(error.bytes)),
        meaning: words.workbookTooLarge.meaning(sizeText(error.limit)),
        steps: ["otherFile"],
      };
    case "workbookTooSlow":
      return {
        title: words.workbookTooSlow.title(secondsText(error.afterMs)),
        meaning: words.workbookTooSlow.meaning,
        steps: ["tryAgain", "otherFile"],
      };
    case "workbookStopped":
      return { ...words.workbookStopped, steps: ["tryAgain", "otherFile"] };
    case "fileGone":
      return { ...words.fileGone, steps: ["otherFile"] };
    case "workerUnloadable":
      return { ...startWords.workerUnloadable, steps: ["reloadPage"] };
    case "workerCrashed":
    case "workerSilent":
      return { ...words[error.code], steps: ["loadAgain"] };
    case "internal":
      return {
        title: startWords.internal.title,
        meaning: startWords.internal.meaning(error.detail),
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
  if (error.code === "tooManyRequests") {
    const { title, when } = errorWords.tooManyRequests;
    return { title, when: when(secondsLeft, attempt, of) };
  }
  const title =
    error.code === "server" ? errorWords.server.fine(error.status) : errorText(error, "open").title;
  return { title, when: errorWords.nextTry(secondsLeft, attempt, of) };
}

export function formatName(format: FileFormat): "JSON" | "CSV" | "XLSX" {
  const names = { json: "JSON", csv: "CSV", xlsx: "XLSX" } as const;
  return names[format];
}

export function otherFormats(format: FileFormat): readonly FileFormat[] {
  return (["csv", "xlsx", "json"] as const).filter((other) => other !== format);
}

function brokenOffText(rows: number): ErrorText {
  const { title, noRow, rows: rowsBefore } = errorWords.brokenOff;
  return {
    title,
    meaning: rows === 0 ? noRow : rowsBefore(rows),
    steps: ["otherFile", "keepRows"],
  };
}

function otherJsonText(found: NotReport): ErrorText {
  const { fileTitle, fileMeaning } = errorWords.notReport;
  return { title: fileTitle(foundText(found, "JSON")), meaning: fileMeaning, steps: ["otherFile"] };
}

function notAcceptableText(format: FileFormat, purpose: Purpose): ErrorText {
  const { title, toSave, toOpen } = errorWords.notAcceptable;
  const others = oneOf(otherFormats(format).map(formatName));
  return {
    title: title(formatName(format)),
    meaning: purpose === "save" ? toSave(others) : toOpen(others),
    steps: ["otherFormats", "tryAgain"],
  };
}

function notReportText({ found, mediaType, rows }: NoReport, purpose: Purpose): ErrorText {
  const words = errorWords.notReport;
  const title = words.title(foundText(found, mediaType));
  if (rows !== undefined && rows > 0) {
    return { title, meaning: words.unnamed, steps: ["tryAgain", "keepRows", "otherReport"] };
  }
  const isSaving = purpose === "save";
  const nothing = isSaving ? errorWords.stopped.nothingSaved : words.meaning;
  return {
    title,
    meaning: found === "webPage" ? words.webPage : nothing,
    steps: isSaving ? ["otherFormats", "tryAgain"] : ["tryAgain", "otherReport"],
  };
}

function damagedText({ row, byte, rows, problem, of = "" }: Damaged, purpose: Purpose): ErrorText {
  const words = errorWords.damaged;
  const isFile = purpose === "file";
  const steps: readonly ErrorStep[] = isFile
    ? ["changeReading", "otherFile", "keepRows"]
    : ["loadAgain", "keepRows"];
  const why = words.problems[problem](of);
  if (purpose === "save") {
    return {
      title: row === 0 ? words.reportOutside(byte) : words.report(row, byte),
      meaning: `${errorWords.stopped.nothingSaved} ${why}`,
      steps: ["otherFormats", "tryAgain"],
    };
  }
  if (row === 0) {
    const shown = isFile ? words.read : words.arrived;
    return {
      title: isFile ? words.fileOutside(byte) : words.reportOutside(byte),
      meaning: `${rows === 0 ? errorWords.tooLarge.noneBefore : shown} ${why}`,
      steps,
    };
  }
  return {
    title: isFile ? words.file(row, byte) : words.report(row, byte),
    meaning: `${rows === 0 ? words.noneBefore : words.before} ${why}`,
    steps,
  };
}

function stoppedText(
  { bytes, rows }: { readonly bytes: number; readonly rows: number },
  cause: string,
  purpose: Purpose,
): ErrorText {
  const words = errorWords.stopped;
  const title = words.title(sizeText(bytes));
  if (purpose === "save") {
    return { title, meaning: `${cause} ${words.nothingSaved}`, steps: ["tryAgain"] };
  }
  if (rows === 0) return { title, meaning: `${words.noRow} ${cause}`, steps: ["loadAgain"] };
  return { title, meaning: `${words.rows(rows)} ${cause}`, steps: ["loadAgain", "keepRows"] };
}

function foundText(found: NotReport, mediaType: string): string {
  const { noType, found: words } = errorWords.notReport;
  return words[found](mediaType === "" ? noType : mediaType);
}

function tooLargeText({ limit, rows }: ReportError & { readonly code: "tooLarge" }): ErrorText {
  const { stays, noneBefore, before, first, ...titles } = errorWords.tooLarge;
  const steps: readonly ErrorStep[] = ["keepRows", "loadAgain"];
  if (limit !== "cell" && limit !== "columns") {
    return { title: titles.memory(), meaning: rows === 0 ? stays : first(rows), steps };
  }
  return {
    title: titles[limit](MOST_COLUMNS),
    meaning: rows === 0 ? noneBefore : before(rows),
    steps,
  };
}
