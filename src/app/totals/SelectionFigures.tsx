/** What the selected cells are and add up to: the habit of a spreadsheet's status bar. */

import type { CurrencyTotals } from "../../model/totals.ts";
import { Button } from "../controls/Button.tsx";
import { reportWords } from "../../words/en/report.ts";
import { totalWords } from "../../words/en/totals.ts";
import type { Report } from "../report/useReport.ts";
import { filled } from "../controls/filled.tsx";
import heard from "../controls/heard.module.css";
import { Amount } from "./Amount.tsx";
import styles from "./SelectionFigures.module.css";
import { currencyName, placesText } from "./totalText.ts";
import type { CopyState, SelectedCells } from "./useSelection.ts";
import { useTotals } from "./useTotals.ts";

interface SelectionFiguresProps {
  readonly report: Report;
  readonly selected: SelectedCells;
  /** Offers files of the view: the way out when a copy is too large. */
  readonly onExport: (anchor: HTMLElement) => void;
}

export function SelectionFigures({ report, selected, onExport }: SelectionFiguresProps) {
  const { range, where, cells, amounts, copyState } = selected;
  const groups = range === undefined || amounts.length === 0 ? [] : [amounts];
  const { figures, isWhole } = useTotals(report, groups, range?.rows);
  const figure = figures?.[0];
  const soFar = groups.length > 0 ? !isWhole : report.open?.data?.table.sealed !== true;
  return (
    <output aria-label={totalWords.selection} className={styles.selection}>
      {(range !== undefined || copyState !== undefined) && (
        <>
          <span className={styles.name}>
            {range !== undefined && (
              <>
                <span className={heard.heard}>{where}. </span>
                {figure === undefined
                  ? totalWords.selected(cells, !soFar)
                  : totalWords.selectedNumbers(cells, figure.numbers, !soFar)}
                {copyState !== undefined && ". "}
              </>
            )}
            {copyState !== undefined && (
              <span role={isFailure(copyState) ? "alert" : undefined}>
                {copyStateText(copyState)}
              </span>
            )}
          </span>
          {copyState === "tooLarge" && (
            <Button
              aria-haspopup="menu"
              className={styles.instead}
              onClick={(event) => onExport(event.currentTarget)}
            >
              {totalWords.exportInstead}
            </Button>
          )}
          <span className={styles.figures}>
            {moneyFirst(figure?.currencies ?? []).map((line) => (
              <span key={line.currency} className={styles.line}>
                <span>
                  <b className={styles.sum}>
                    <Amount text={line.sum} />
                  </b>{" "}
                  {hasMoney(amounts) && <bdi>{currencyName(line.currency)}</bdi>}
                </span>{" "}
                <span className={styles.small}>
                  {filled(totalWords.average(placesText(line.averageDigits)), {
                    amount: <Amount text={line.average} />,
                  })}
                  {" · "}
                  {filled(totalWords.least, { amount: <Amount text={line.min} /> })}
                  {" · "}
                  {filled(totalWords.most, { amount: <Amount text={line.max} /> })}
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

function isFailure(state: CopyState): boolean {
  return state === "tooLarge" || state === "refused";
}

function copyStateText(state: CopyState): string {
  switch (state) {
    case "copying":
    case "tooLarge":
      return totalWords[state];
    case "copied":
      return reportWords.copied;
    case "refused":
      return reportWords.copyRefused;
  }
}
