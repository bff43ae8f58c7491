/**
 * All figures of the totalled columns in one table, and the choice of which columns are totalled.
 * The choice is part of the view, so it travels in its link.
 */

import { useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import type { Column } from "../../model/column.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { countText } from "../../words/figures.ts";
import { copiedWords, copyText } from "../report/copyText.ts";
import type { Report } from "../report/useReport.ts";
import { Amount } from "./Amount.tsx";
import styles from "./TotalsDialog.module.css";
import { type FigureLine, figureLines, figureNames, linesAsText } from "./figureLines.ts";
import { canBeTotalled, type TotalledName } from "../../model/totalledColumns.ts";
import { totalWords } from "../../words/en/totals.ts";
import { kindWords } from "../../words/en/kinds.ts";
import type { Totals } from "./useTotals.ts";

interface TotalsDialogProps {
  readonly report: Report;
  readonly names: readonly TotalledName[];
  readonly totals: Totals;
  readonly onChange: (action: ViewAction) => void;
  readonly onClose: () => void;
}

export function TotalsDialog({ report, names, totals, onChange, onClose }: TotalsDialogProps) {
  const { columns, plan } = report;
  const { figures, isWhole } = totals;
  const [copied, setCopied] = useState({ text: "", words: "" });
  const lines = figures === undefined ? [] : figureLines(names, figures);
  const text = linesAsText(lines, isWhole);
  const chosen = new Set(names.map(({ column }) => column.key));
  const choose = (column: Column, isTotalled: boolean) => {
    const keys = names.map((name) => name.column.key);
    const next = isTotalled ? [...keys, column.key] : keys.filter((key) => key !== column.key);
    onChange({ type: "setTotals", totals: next });
  };
  return (
    <Dialog wide title={isWhole ? totalWords.all : totalWords.allSoFar} onClose={onClose}>
      <div className={styles.body}>
        {lines.length === 0 ? (
          <p className={styles.note}>{totalWords.noneYet}</p>
        ) : (
          <FigureTable lines={lines} />
        )}
        <fieldset className={styles.choice}>
          <legend>{totalWords.choose}</legend>
          <div className={styles.columns}>
            {columns
              .filter((column) => canBeTotalled(column.kind) || chosen.has(column.key))
              .map((column) => (
                <label key={column.key} className={styles.column}>
                  <input
                    type="checkbox"
                    checked={chosen.has(column.key)}
                    onChange={(event) => choose(column, event.target.checked)}
                  />
                  <span className={styles.label}>{column.label}</span>
                  <span className={styles.note}>{kindWords.names[column.kind]}</span>
                </label>
              ))}
          </div>
        </fieldset>
      </div>
      <DialogFoot at="ends">
        {/* Other figures than those copied are not copied yet. */}
        <output className={styles.note}>{copied.text === text ? copied.words : ""}</output>
        <span className={styles.buttons}>
          {plan.totals !== undefined && (
            <Button onClick={() => onChange({ type: "setTotals", totals: undefined })}>
              {totalWords.totalMoney}
            </Button>
          )}
          <Button
            disabled={lines.length === 0}
            onClick={() => {
              void copyText(text).then((done) => setCopied({ text, words: copiedWords(done) }));
            }}
          >
            {totalWords.copy}
          </Button>
        </span>
      </DialogFoot>
    </Dialog>
  );
}

function FigureTable({ lines }: { readonly lines: readonly FigureLine[] }) {
  return (
    // A table too wide for the window scrolls; the keyboard needs a place to scroll it from.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroller} aria-label={totalWords.figures} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {figureNames(lines).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.key} ${line.currency}`}>
              <th scope="row">{line.label}</th>
              <td>{line.currency}</td>
              {line.amounts.map((amount, index) => (
                // The place in the line is what an amount is.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index} className={styles.amount}>
                  <Amount text={amount} />
                </td>
              ))}
              {line.counts.map((count, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index} className={styles.amount}>
                  {countText(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
