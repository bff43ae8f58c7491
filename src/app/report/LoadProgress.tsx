/** The line above the rows: how far the download is, or that another view is being made. */

import { ProgressBar } from "../controls/ProgressBar.tsx";
import { type OpenReport, isLoading } from "../data/reportSession.ts";
import { reportWords } from "../../words/en/report.ts";
import styles from "./LoadProgress.module.css";
import { receivedText } from "./ReportFooter.tsx";
import type { Report } from "./useReport.ts";

export function LoadProgress({ report }: { readonly report: Report }) {
  const { open, shown } = report;
  return (
    <div className={styles.progress}>
      {open !== undefined && isLoading(open.load) ? (
        <Received open={open} />
      ) : (
        shown.pending && (
          <div className={styles.late}>
            <ProgressBar label={reportWords.preparing} value={undefined} text="" />
          </div>
        )
      )}
    </div>
  );
}

function Received({ open }: { readonly open: OpenReport }) {
  const { load } = open;
  const total = load.phase === "receiving" ? load.totalBytes : undefined;
  const value = load.phase === "receiving" && total !== undefined ? load.bytes / total : undefined;
  return <ProgressBar label={reportWords.loading} value={value} text={receivedText(open)} />;
}
