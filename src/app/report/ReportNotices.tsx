/**
 * Everything there is to say about the report right now, above its rows: failures first, then what
 * is being waited for, then notes. Each stays until it is solved or put away.
 */

import { type FileFormat, isEngineLost } from "../../model/reportError.ts";
import { Button } from "../controls/Button.tsx";
import { ProgressBar } from "../controls/ProgressBar.tsx";
import type { ReportSession } from "../data/reportSession.ts";
import { formatName, otherFormats } from "../errorText.ts";
import { sizeText } from "../../words/figures.ts";
import { noticeWords } from "../../words/en/notices.ts";
import { LineNotes } from "../lines/LineNotes.tsx";
import { type ErrorActions, ErrorNotice } from "../notices/ErrorNotice.tsx";
import { Notice } from "../notices/Notice.tsx";
import { WaitingNotice } from "../notices/WaitingNotice.tsx";
import type { ReportRoute } from "../location.ts";
import { DataProofNotice } from "./DataProofNotice.tsx";
import { LinkNotes } from "./LinkNotes.tsx";
import styles from "./ReportNotices.module.css";
import type { Download } from "./useDownload.ts";
import type { LinkNote } from "./useLinkNote.ts";
import type { Report } from "./useReport.ts";

interface ReportNoticesProps {
  readonly report: Report;
  readonly route: ReportRoute;
  readonly session: ReportSession;
  /** They have the place of the rows, too. */
  readonly isAlone: boolean;
  readonly download: Download;
  readonly linkNote: LinkNote;
  readonly actions: Pick<ErrorActions, "changeKey" | "otherReport" | "otherFile" | "changeReading">;
  readonly onShowUnequal: () => void;
}

export function ReportNotices(props: ReportNoticesProps) {
  const { report, route, session, download, linkNote, actions } = props;
  const { open, shown } = report;
  const all: ErrorActions = {
    ...actions,
    again: session.again,
    saveAs: download.start,
  };
  const load = open?.load;
  const isFile = open?.file !== undefined;
  const purpose = isFile ? "file" : "open";
  const table = open?.data?.table;
  const hasRows = table !== undefined && table.rowCount > 0;
  const stopped = isFile ? noticeWords.stoppedReading : noticeWords.stoppedDownload;
  return (
    <div className={props.isAlone ? styles.alone : styles.notices} aria-live="polite">
      {load?.phase === "failed" && open?.dismissed === false && (
        <ErrorNotice
          error={load.error}
          purpose={purpose}
          formats={load.error.code === "notAcceptable" ? otherFormats(load.error.format) : []}
          actions={hasRows ? { ...all, keepRows: session.dismiss } : all}
        />
      )}
      {load?.phase === "waiting" && (
        <WaitingNotice {...load} onTryNow={session.tryNow} onStop={session.stop} />
      )}
      {load?.phase === "stopped" && open?.dismissed === false && (
        <Notice
          tone="note"
          buttons={
            <>
              <Button onClick={session.again}>{noticeWords.loadAgain}</Button>
              {hasRows && <Button onClick={session.dismiss}>{noticeWords.keepRows}</Button>}
            </>
          }
        >
          {hasRows ? stopped.rows(table.rowCount) : stopped.none}
        </Notice>
      )}
      {shown.problem !== undefined && (
        <ErrorNotice
          error={shown.problem}
          purpose={purpose}
          formats={[]}
          actions={{
            ...all,
            again: isEngineLost(shown.problem) ? session.again : retryRows(report),
          }}
        />
      )}
      <DownloadNotice
        download={download}
        actions={all}
        rows={table?.sealed === true ? table.rowCount : 0}
      />
      <DataProofNotice route={route} open={open} />
      <LinkNotes report={report} note={linkNote} />
      <LineNotes report={report} />
      {table !== undefined && table.raggedRows > 0 && (
        <Notice
          tone="note"
          isChanging={!table.sealed}
          buttons={<Button onClick={props.onShowUnequal}>{noticeWords.showUnequal}</Button>}
        >
          {noticeWords.unequal(table.raggedRows, table.sealed)}
        </Notice>
      )}
    </div>
  );
}

function retryRows({ open }: Report): () => void {
  return () => open?.data?.feed.retry();
}

interface DownloadNoticeProps {
  readonly download: Download;
  readonly actions: ErrorActions;
  /** Of the whole report, when it is known; a file of it has no fewer. */
  readonly rows: number;
}

function DownloadNotice({ download, actions, rows }: DownloadNoticeProps) {
  const { state, start, stop, tryNow } = download;
  if (state === undefined) return null;
  const again = (format: FileFormat) => () => start(format);
  switch (state.phase) {
    case "failed":
      return (
        <ErrorNotice
          error={state.error}
          purpose="save"
          formats={otherFormats(state.format)}
          actions={{ ...actions, again: again(state.format) }}
          onClose={stop}
        />
      );
    case "waiting":
      return <WaitingNotice {...state} onTryNow={tryNow} onStop={stop} />;
    case "saved": {
      const { count, isOpen } = state.lines;
      if (!isOpen && count - 1 >= rows) return null;
      const buttons = (
        <>
          <Button onClick={again(state.format)}>{noticeWords.tryAgain}</Button>
          <Button onClick={stop}>{noticeWords.close}</Button>
        </>
      );
      return (
        <Notice tone="failure" buttons={buttons}>
          {isOpen ? noticeWords.fileOpen : noticeWords.fileShort(count - 1, rows)}
        </Notice>
      );
    }
    case "connecting":
    case "receiving": {
      const name = formatName(state.format);
      const received = state.phase === "receiving" ? state : undefined;
      const total = received?.totalBytes;
      const text = received === undefined ? noticeWords.connecting : sizeText(received.bytes);
      return (
        <Notice tone="note" isChanging buttons={<Button onClick={stop}>{noticeWords.stop}</Button>}>
          <span className={styles.saving}>
            <span className={styles.savingBar}>
              <ProgressBar
                label={noticeWords.downloading(name)}
                value={
                  total === undefined || received === undefined ? undefined : received.bytes / total
                }
                text={text}
              />
            </span>
            {noticeWords.downloading(name)}: {text}
          </span>
        </Notice>
      );
    }
  }
}
