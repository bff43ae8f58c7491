/**
 * Where the screen can't be exactly what the link says, it says so: parts not understood, columns
 * this report lacks, filters that can't work.
 */

import { Button } from "../controls/Button.tsx";
import { counted } from "../../words/figures.ts";
import { inSentence } from "../inSentence.ts";
import { filterWords } from "../filterWords.ts";
import { Notice } from "../notices/Notice.tsx";
import { viewMisfits } from "../views/viewMisfits.ts";
import { keyName, partsText } from "../viewWords.ts";
import type { LinkNote } from "./useLinkNote.ts";
import type { Report } from "./useReport.ts";

interface LinkNotesProps {
  readonly report: Report;
  readonly note: LinkNote;
}

export function LinkNotes({ report, note }: LinkNotesProps) {
  const { unknown, problems } = report.plan;
  // Longer rows may still add columns.
  const isSettled = report.open?.data?.table.sealed === true;
  return (
    <>
      {(note.notUnderstood.length > 0 || note.cut) && (
        <Notice tone="note" buttons={<Button onClick={note.close}>Close</Button>}>
          {noteText(note)}
        </Notice>
      )}
      {unknown.length > 0 && isSettled && (
        <Notice tone="note">
          This report has no {unknown.length === 1 ? "column" : "columns"} named{" "}
          {unknown.map((key) => inSentence(keyName(key))).join(", ")}. Left out of the view:{" "}
          {viewMisfits(report.view, unknown).map(inSentence).join("; ")}.
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone="note">
          {counted(problems.length, "filter")} can’t work and {problems.length === 1 ? "is" : "are"}{" "}
          left out:{" "}
          {problems
            .map(
              ({ filter, problem }) =>
                `${inSentence(filterWords(filter, keyName))} (${inSentence(problem)})`,
            )
            .join("; ")}
        </Notice>
      )}
    </>
  );
}

function noteText({ notUnderstood, newer, cut }: LinkNote): string {
  if (newer) {
    return "This link was made by a newer version of Billscope. Reload the page to get it; until then the report is shown without the link’s view.";
  }
  const parts = notUnderstood.length === 0 ? "" : partsText(notUnderstood);
  const cutText = cut
    ? "This link was cut short on its way: it may have said more. Ask for it again by e-mail."
    : "";
  return [parts, cutText].filter((text) => text !== "").join(". ");
}
