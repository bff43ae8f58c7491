/**
 * Where the screen can't be exactly what the link says, it says so at once to eye and ear: parts not
 * understood, columns this report lacks, filters that can't work.
 */

import { noticeWords } from "../../words/en/notices.ts";
import { controlWords } from "../../words/en/controls.ts";
import { Button } from "../controls/Button.tsx";
import { inSentence } from "../inSentence.ts";
import { problemText } from "../problemText.ts";
import { filterText } from "../filterText.ts";
import { Notice } from "../notices/Notice.tsx";
import { missingName, viewMisfits } from "../views/viewMisfits.ts";
import { unreadText } from "../viewText.ts";
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
  const unread = unreadText(note);
  return (
    <>
      {unread !== "" && (
        <Notice
          tone="note"
          isAlert
          buttons={<Button onClick={note.close}>{controlWords.close}</Button>}
        >
          {unread}
        </Notice>
      )}
      {report.isTooLong && (
        <Notice tone="note" isAlert>
          {noticeWords.viewTooLong}
        </Notice>
      )}
      {unknown.length > 0 && isSettled && (
        <Notice tone="note" isAlert>
          {noticeWords.noColumns(
            unknown.length,
            unknown.map((key) => inSentence(missingName(key))).join(", "),
            viewMisfits(report.view, unknown).map(inSentence).join("; "),
          )}
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone="note" isAlert>
          {noticeWords.badFilters(
            problems.length,
            problems
              .map(
                ({ filter, problem }) =>
                  `${inSentence(filterText(filter, missingName))} (${problemText(problem)})`,
              )
              .join("; "),
          )}
        </Notice>
      )}
    </>
  );
}
