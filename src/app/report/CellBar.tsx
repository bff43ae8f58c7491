/**
 * The exact text of the active cell, as a spreadsheet's formula bar has it: nothing grouped,
 * rounded or trimmed. Where there is no text, what there is instead stands beside it, outside the
 * status, so that the status holds the cell's text and nothing else.
 */

import { CellKind, type CellView, writtenText } from "../../model/cell.ts";
import { reportWords } from "../../words/en/report.ts";
import { filledFromText } from "../lines/lineTexts.ts";
import { LongText } from "./LongText.tsx";
import styles from "./CellBar.module.css";

interface CellBarProps {
  /** "Cost, row 14"; undefined with no active cell. */
  readonly where: string | undefined;
  /** The active cell; undefined for a header and while the cell is not here yet. */
  readonly cell: CellView | undefined;
}

export function CellBar({ where, cell }: CellBarProps) {
  const remark = cell === undefined ? undefined : remarkOn(cell);
  return (
    <div className={styles.bar}>
      <span className={styles.where}>{where ?? reportWords.noCell}</span>
      {/* The grid itself speaks the cell it moves to; saying it twice would be noise. */}
      <output aria-label={reportWords.cellValue} aria-live="off" className={styles.exact}>
        {cell !== undefined && <LongText text={writtenText(cell)} />}
      </output>
      {remark !== undefined && <span className={styles.remark}>{remark}</span>}
    </div>
  );
}

function remarkOn({ kind, text, filledFrom }: CellView): string | undefined {
  if (filledFrom !== undefined) return filledFromText(filledFrom);
  switch (kind) {
    case CellKind.missing:
      return reportWords.remarks.missing;
    case CellKind.null:
      return "null";
    case CellKind.nested:
      return reportWords.remarks.nested;
    case CellKind.string:
      return stringRemark(text);
    case CellKind.number:
    case CellKind.boolean:
    case CellKind.comma:
    case CellKind.grouped:
      return undefined;
  }
}

function stringRemark(text: string): string | undefined {
  if (text === "") return reportWords.remarks.empty;
  if (text.trim() === "") return reportWords.remarks.white;
  return text.trim() === text ? undefined : reportWords.remarks.whiteEnd;
}
