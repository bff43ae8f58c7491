/** What the selected cells are and add up to: the habit of a spreadsheet's status bar. */

import type { CurrencyTotals } from "../../model/totals.ts";
import { Button } from "../controls/Button.tsx";
import { counted } from "../../words/figures.ts";
import { reportWords } from "../../words/en/report.ts";
import type { Report } from "../report/useReport.ts";
import { Amount } from "./Amount.tsx";
import styles from "./SelectionFigures.module.css";
import { currencyName, placesText } from "./totalWords.ts";
import type { CopyState, SelectedCells } from "./useSelection.ts";
import { useTotals } from "./useTotals.ts";

interface SelectionFiguresProps {
  readonly report: Report;
  readonly selected: SelectedCells;
  /** Offers files of the view: the way out when a copy is too large. */
  readonly onExport: (anchor: HTMLElement) => void;
}

export function SelectionFigures({ report, selected, onExport }: SelectionFiguresProps) {
  const { range, cells, amounts, copyState } = selected;
  const groups = range === undefined || amounts.length === 0 ? [] : [amounts];
  const { figures, isWhole } = useTotals(report, groups, range?.rows);
  const figure = figures?.[0];
  const soFar = groups.length > 0 ? !isWhole : report.open?.data?.table.sealed !== true;
  return (
    <output aria-label="Selection" className={styles.selection}>
      {range !== undefined && (
        <>
          <span className={styles.name}>
            {counted(cells, "cell")}
            {figure === undefined ? "" : `, ${counted(figure.numbers, "number")}`}
            {soFar ? " so far" : ""}
            {copyState === undefined ? "" : `. ${COPY_WORDS[copyState]}`}
          </span>
          {copyState === "tooLarge" && (
            <Button
              aria-haspopup="menu"
              className={styles.instead}
              onClick={(event) => onExport(event.currentTarget)}
            >
              Export the view instead
            </Button>
          )}
          <span className={styles.figures}>
            {moneyFirst(figure?.currencies ?? []).map((line) => (
              <span key={line.currency} className={styles.line}>
                <span>
                  <b className={styles.sum}>
                    <Amount text={line.sum} />
                  </b>{" "}
                  {hasMoney(amounts) ? currencyName(line.currency) : ""}
                </span>{" "}
                <span className={styles.small}>
                  average <Amount text={line.average} />, rounded to{" "}
                  {placesText(line.averageDigits)}
                  {" · "}min <Amount text={line.min} />
                  {" · "}max <Amount text={line.max} />
                </span>
              </span>
            ))}
          </span>
        </>
      )}
    </output>
  );
}

/** What has no currency, such as usage and rates, comes after the money selected with it. */
function moneyFirst(lines: readonly CurrencyTotals[]): readonly CurrencyTotals[] {
  return lines.toSorted((a, b) => Number(a.currency === "") - Number(b.currency === ""));
}

function hasMoney(amounts: SelectedCells["amounts"]): boolean {
  return amounts.some(({ currency }) => currency !== undefined);
}

const COPY_WORDS: Record<CopyState, string> = {
  copying: "Copying…",
  copied: reportWords.copied,
  tooLarge: "Too many cells for the clipboard",
  refused: reportWords.copyRefused,
};
