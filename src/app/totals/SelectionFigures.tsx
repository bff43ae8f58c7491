/** What the selected cells are and add up to: the habit of a spreadsheet's status bar. */

import { counted } from "../figures.ts";
import type { Report } from "../report/useReport.ts";
import { Amount } from "./Amount.tsx";
import styles from "./SelectionFigures.module.css";
import { currencyName } from "./totalWords.ts";
import type { CopyState, SelectedCells } from "./useSelection.ts";
import { useTotals } from "./useTotals.ts";

interface SelectionFiguresProps {
  readonly report: Report;
  readonly selected: SelectedCells;
}

export function SelectionFigures({ report, selected }: SelectionFiguresProps) {
  const { range, cells, amounts, copyState } = selected;
  const groups = range === undefined || amounts.length === 0 ? [] : [amounts];
  const { figures, late } = useTotals(report, groups, range?.rows);
  const figure = late ? undefined : figures?.[0];
  const isWhole = report.open?.data?.table.sealed === true;
  return (
    <output aria-label="Selection" className={styles.selection}>
      {range !== undefined && (
        <>
          <span className={styles.name}>
            {counted(cells, "cell")}
            {figure === undefined ? "" : `, ${counted(figure.numbers, "number")}`}
            {isWhole ? "" : " so far"}
            {copyState === undefined ? "" : `. ${COPY_WORDS[copyState]}`}
          </span>
          <span className={styles.figures}>
            {figure?.currencies.map((line) => (
              <span key={line.currency} className={styles.line}>
                <b className={styles.sum}>
                  <Amount text={line.sum} />
                </b>{" "}
                {hasMoney(amounts) ? currencyName(line.currency) : ""}{" "}
                <Small name="average" text={line.average} /> <Small name="min" text={line.min} />{" "}
                <Small name="max" text={line.max} />
              </span>
            ))}
          </span>
        </>
      )}
    </output>
  );
}

function hasMoney(amounts: SelectedCells["amounts"]): boolean {
  return amounts.some(({ currency }) => currency !== undefined);
}

function Small({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <span className={styles.small}>
      {name} <Amount text={text} />
    </span>
  );
}

const COPY_WORDS: Record<CopyState, string> = {
  copying: "Copying…",
  copied: "Copied",
  tooLarge: "Too many cells for the clipboard: download the file instead",
  refused: "This browser doesn’t let pages copy",
};
