/**
 * What the rows on screen add up to: for each amount one sum per currency, exact, with the sum of
 * rounded lines beside it. While rows are missing every figure says "so far"; cells that are in no
 * sum, as they are no numbers, are counted.
 */

import type { CellTotals } from "../../model/totals.ts";
import { Button } from "../controls/Button.tsx";
import { filled } from "../controls/filled.tsx";
import { Amount } from "./Amount.tsx";
import { currencyName, differenceText, roundedName } from "./totalText.ts";
import type { TotalledName } from "../../model/totalledColumns.ts";
import { totalWords } from "../../words/en/totals.ts";
import styles from "./TotalsRegion.module.css";
import type { Totals } from "./useTotals.ts";

interface TotalsRegionProps {
  readonly names: readonly TotalledName[];
  readonly totals: Totals;
  readonly onMore: () => void;
}

/** Currencies listed for one column; the dialog has them all. */
const LISTED = 3;

export function TotalsRegion({ names, totals, onMore }: TotalsRegionProps) {
  return (
    <section aria-label={totalWords.region} className={styles.totals}>
      {totals.failed && <span className={styles.note}>{totalWords.failed}</span>}
      {names.length === 0 && <span className={styles.note}>{totalWords.none}</span>}
      {/* Scrolls sideways where they don't fit, with arrow keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <dl className={styles.figures} tabIndex={0}>
        {names.map(({ column }, index) => {
          const figure = totals.figures?.[index];
          return (
            <ColumnTotal
              key={column.key}
              label={column.label}
              figure={figure}
              isWhole={totals.isWhole}
            />
          );
        })}
      </dl>
      <Button look="quiet" onClick={onMore}>
        {totalWords.all}
      </Button>
    </section>
  );
}

interface ColumnTotalProps {
  readonly label: string;
  readonly figure: CellTotals | undefined;
  readonly isWhole: boolean;
}

function ColumnTotal({ label, figure, isWhole }: ColumnTotalProps) {
  const currencies = figure?.currencies ?? [];
  const listed = currencies.slice(0, LISTED);
  const leftOut = figure?.numbers === 0 ? 0 : (figure?.others ?? 0);
  const shown = isWhole || figure === undefined ? totalWords.shown : totalWords.shownSoFar;
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>
        {filled(shown, { column: <bdi>{label}</bdi> })}
        {leftOut > 0 && `, ${totalWords.leftOut(leftOut)}`}
      </dt>
      {figure === undefined && <dd className={styles.unit}>…</dd>}
      {figure?.numbers === 0 && <dd className={styles.unit}>{totalWords.noAmounts}</dd>}
      {listed.map((line) => (
        <dd key={line.currency} className={styles.line}>
          <span className={styles.sum}>
            <Amount text={line.sum} />{" "}
            <bdi className={styles.unit}>{currencyName(line.currency)}</bdi>
          </span>
          <span className={styles.rounded}>
            {roundedName(line)} <Amount text={line.roundedSum} />, {differenceText(line.difference)}
          </span>
        </dd>
      ))}
      {currencies.length > LISTED && (
        <dd className={styles.unit}>{totalWords.moreCurrencies(currencies.length - LISTED)}</dd>
      )}
    </div>
  );
}
