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
import type { Report } from "../report/useReport.ts";
import type { TotalledName } from "../../model/totalledColumns.ts";
import { printWords } from "../../words/en/print.ts";
import { controlWords } from "../../words/en/controls.ts";
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
  const { report, names, totals, onClose } = props;
  const { shown, plan, isShown } = report;
  const [isWanted, setIsWanted] = useState(false);
  const { rowCount } = shown.rows;
  const count = Math.min(rowCount, MOST_ROWS);
  // In groups a line may stand for many rows.
  const isGrouped = plan.query.groups !== undefined;
  const pieces = usePrintRows(report, isWanted && isShown ? count : 0);
  const hasTotals = names.length === 0 || totals.failed || totals.figures !== undefined;
  const isReady = isWanted && isShown && hasTotals && pieces.rows === count;
  useEffect(() => {
    if (!isReady) return;
    window.print();
  }, [isReady]);

  return (
    <Dialog title={printWords.title} onClose={onClose}>
      <div className={styles.body}>
        {isShown && <p>{printWords.what(count, plan.shown.length, isGrouped)}</p>}
        {isShown && rowCount > count && (
          <p role="note" className={styles.warning}>
            {printWords.tooLong(rowCount, count, isGrouped)}
          </p>
        )}
        {isWanted && !isReady && (
          <ProgressBar
            label={printWords.preparing}
            value={count === 0 ? undefined : pieces.rows / count}
            text={printWords.progress(pieces.rows, count, isGrouped)}
          />
        )}
        {pieces.failed && <p role="alert">{printWords.failed}</p>}
        {isReady && <output>{printWords.ready}</output>}
      </div>
      <DialogFoot>
        <Button onClick={onClose}>{controlWords.close}</Button>
        <Button
          look="primary"
          disabled={!isShown || (isWanted && !isReady && !pieces.failed)}
          onClick={() => (isReady ? window.print() : setIsWanted(true))}
        >
          {printWords.print}
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
