/**
 * The figures at the foot, always in the same places: how many rows, what is totalled and selected,
 * and how complete the report is.
 */

import type { ReactNode } from "react";
import { Button } from "../controls/Button.tsx";
import { type OpenReport, isLoading } from "../data/reportSession.ts";
import { type Fingerprint, fingerprintWords } from "../../model/fingerprint.ts";
import type { Receiving } from "../../model/reportSource.ts";
import { countText, elapsedText, sizeText } from "../../words/figures.ts";
import { reportWords } from "../../words/en/report.ts";
import { dataRows } from "../lines/seenReport.ts";
import styles from "./ReportFooter.module.css";
import type { Report } from "./useReport.ts";

interface ReportFooterProps {
  readonly report: Report;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onFingerprint: () => void;
  /** Totals and selection, between the rows and the state of the report. */
  readonly children: ReactNode;
}

export function ReportFooter(props: ReportFooterProps) {
  const { report, children, ...actions } = props;
  const { open } = report;
  return (
    <footer className={styles.footer}>
      <RowsShown report={report} />
      {children}
      {open !== undefined && <Completeness open={open} {...actions} />}
    </footer>
  );
}

function RowsShown({ report }: Pick<ReportFooterProps, "report">) {
  const { open, shown, isShown, soFar } = report;
  const table = open?.data?.table;
  const isKnown = isShown || table === undefined;
  // Right after the last row came, the rows shown are still those of a moment before.
  const tableRows = isShown ? shown.tableRows : (table?.rowCount ?? 0);
  const rows = table === undefined ? 0 : dataRows(table, tableRows);
  const all = Math.max(rows, isKnown ? shown.rowCount : 0);
  return (
    <div className={styles.figure}>
      <span className={styles.name} aria-hidden="true">
        {reportWords.rows}
      </span>
      {/* While rows arrive the count changes many times a second: too often to be spoken. */}
      <output
        aria-label={reportWords.rowsShown}
        aria-live={open === undefined || isLoading(open.load) ? "off" : "polite"}
        aria-busy={!isKnown}
      >
        {/* The rows of another view than the one chosen are counted by nothing that stands here. */}
        <b className={styles.number} data-largest={countText(all)}>
          {isKnown ? countText(shown.rowCount) : "…"}
        </b>{" "}
        <span className={styles.unit}>
          {reportWords.ofRows(all, table === undefined || !soFar)}
        </span>
      </output>
    </div>
  );
}

interface CompletenessProps extends Pick<
  ReportFooterProps,
  "onStop" | "onAgain" | "onFingerprint"
> {
  readonly open: OpenReport;
}

function Completeness({ open, onStop, onAgain, onFingerprint }: CompletenessProps) {
  const { load } = open;
  switch (load.phase) {
    case "connecting":
    case "receiving":
      return (
        <div className={styles.loading}>
          <span className={styles.unit}>
            {load.phase === "receiving" ? sizeOf(load) : beginningText(open)}
          </span>
          <Button onClick={onStop}>{reportWords.stopLoading}</Button>
        </div>
      );
    case "waiting":
      return <span className={styles.unit}>{reportWords.waiting}</span>;
    case "complete":
      return (
        <div className={styles.figure}>
          <span className={styles.unit}>
            {reportWords.complete(sizeText(load.bytes), elapsedText(load.elapsedMs))}
          </span>
          <FingerprintLine
            fingerprint={open.data?.table.fingerprint}
            onFingerprint={onFingerprint}
          />
        </div>
      );
    case "stopped":
    case "failed":
      return (
        <div className={styles.loading}>
          <span className={styles.warning}>{reportWords.notComplete}</span>
          {/* Until then the message above has it. */}
          {open.dismissed && <Button onClick={onAgain}>{reportWords.loadAgain}</Button>}
        </div>
      );
  }
}

interface FingerprintLineProps extends Pick<ReportFooterProps, "onFingerprint"> {
  readonly fingerprint: Fingerprint | undefined;
}

function FingerprintLine({ fingerprint, onFingerprint }: FingerprintLineProps) {
  if (fingerprint === undefined) return null;
  return (
    <button
      type="button"
      className={styles.fingerprint}
      aria-haspopup="dialog"
      title={reportWords.whatIsThis}
      onClick={onFingerprint}
    >
      {reportWords.fingerprint}{" "}
      <span className={styles.digits}>{fingerprintWords(fingerprint)}</span>
    </button>
  );
}

/** "41.2 MB, 182,000 rows": what of the running download has arrived. */
export function receivedText(open: OpenReport): string {
  const { load, data } = open;
  if (load.phase !== "receiving") return beginningText(open);
  return reportWords.received(sizeOf(load), data?.table.rowCount ?? 0);
}

function beginningText({ file }: OpenReport): string {
  return file === undefined ? reportWords.connecting : reportWords.reading;
}

function sizeOf({ bytes, totalBytes }: Receiving): string {
  return totalBytes === undefined
    ? sizeText(bytes)
    : reportWords.sizeOfAll(sizeText(bytes), sizeText(totalBytes));
}
