/**
 * Prints the view: says what will be on paper, fetches its rows piece by piece, and calls the
 * browser's own dialog when all of them are drawn. Nothing of the screen is printed meanwhile but
 * the sheet. A view too long for paper is printed as far as `MOST_ROWS`, and says so.
 */

import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { ColumnKey } from "../../model/column.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { ProgressBar } from "../controls/ProgressBar.tsx";
import { countText, counted } from "../../words/figures.ts";
import type { Report } from "../report/useReport.ts";
import type { TotalledName } from "../../model/totalledColumns.ts";
import type { Totals } from "../totals/useTotals.ts";
import styles from "./PrintDialog.module.css";
import { PrintSheet } from "./PrintSheet.tsx";
import { usePrintRows } from "./usePrintRows.ts";

interface PrintDialogProps {
  readonly title: string;
  readonly report: Report;
  readonly names: readonly TotalledName[];
  readonly totals: Totals;
  readonly labelOf: (column: ColumnKey) => string;
  readonly onClose: () => void;
}

/** Some 150 pages. */
const MOST_ROWS = 5_000;

export function PrintDialog(props: PrintDialogProps) {
  const { report, onClose } = props;
  const { shown, plan } = report;
  const [isWanted, setIsWanted] = useState(false);
  const { rowCount } = shown.rows;
  const count = Math.min(rowCount, MOST_ROWS);
  // In groups a line may stand for many rows.
  const line = plan.query.groups === undefined ? "row" : "line";
  const pieces = usePrintRows(report, isWanted ? count : 0);
  const isReady = isWanted && pieces.rows === count;
  useEffect(() => {
    if (!isReady) return;
    window.print();
  }, [isReady]);

  return (
    <Dialog title="Print this view" onClose={onClose}>
      <div className={styles.body}>
        <p>
          {counted(count, line)} × {counted(plan.shown.length, "column")}, with the filters in words
          and the totals.
        </p>
        {rowCount > count && (
          <p role="note" className={styles.warning}>
            The view has {counted(rowCount, line)}. Only the first {countText(count)} are printed;
            the totals are of all of them.
          </p>
        )}
        {isWanted && !isReady && (
          <ProgressBar
            label="Preparing pages"
            value={count === 0 ? undefined : pieces.rows / count}
            text={`${countText(pieces.rows)} of ${counted(count, line)}`}
          />
        )}
        {pieces.failed && <p role="alert">The rows can’t be read right now.</p>}
        {isReady && <output>The pages are ready for the browser’s print dialog.</output>}
      </div>
      <DialogFoot>
        <Button onClick={onClose}>Close</Button>
        <Button
          look="primary"
          disabled={isWanted && !isReady && !pieces.failed}
          onClick={() => (isReady ? window.print() : setIsWanted(true))}
        >
          Print
        </Button>
      </DialogFoot>
      {isWanted &&
        createPortal(
          <PrintSheet {...props} blocks={pieces.blocks} rowCount={count} />,
          document.body,
        )}
    </Dialog>
  );
}
