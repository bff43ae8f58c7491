/** An amount over time: a bar for each hour, day, month…; the one pointed at or focused is told exactly. */

import { useState } from "react";
import { dateText } from "../../grid/localWriting.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import type { Bin, Spread } from "../../model/spread.ts";
import { pictureWords as words } from "../../words/en/picture.ts";
import { Amount } from "../totals/Amount.tsx";
import { barPlaces, partText, sumOf } from "./pictureBars.ts";
import type { Mark } from "./PicturePanel.tsx";
import styles from "./PicturePanel.module.css";
import { useRoving } from "./useRoving.ts";

interface TimeLineProps {
  readonly title: string;
  readonly unit: string;
  readonly column: ColumnKey;
  readonly spread: Spread;
  readonly isRows: boolean;
  readonly markOf: (filter: Filter<ColumnKey>) => Mark;
}

export function TimeLine(props: TimeLineProps) {
  const { title, unit, column, spread, isRows, markOf } = props;
  const { bins } = spread;
  const [stop, roving] = useRoving(bins.length);
  const [pointed, setPointed] = useState<number>();
  const amounts = bins.map((bin) => (isRows ? String(bin.rows) : (bin.sum ?? "0")));
  const total = sumOf(amounts);
  const places = barPlaces(amounts);
  const told = bins[pointed ?? -1];
  const first = bins[0];
  const last = bins.at(-1);
  return (
    <div className={styles.part}>
      <h2 className={styles.title}>
        <bdi>{title}</bdi>
      </h2>
      {/* What each button's name says too. */}
      <p className={styles.told} aria-hidden="true">
        {told === undefined ? (
          words.hint
        ) : (
          <>
            {nameOf(told, spread.unit)}: <Amount text={amounts[pointed ?? 0] ?? "0"} /> {unit},{" "}
            {words.rows(told.rows)}
          </>
        )}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moves the focus among the buttons inside */}
      <ol
        aria-label={title}
        className={styles.time}
        {...roving}
        onPointerLeave={() => setPointed(undefined)}
        onBlur={() => setPointed(undefined)}
      >
        {bins.map((bin, at) => {
          const { isPressed, toggle } = markOf({
            kind: "between",
            column,
            from: bin.from,
            to: bin.to,
          });
          const place = places[at];
          const amount = amounts[at] ?? "0";
          return (
            <li key={bin.from}>
              <button
                type="button"
                tabIndex={at === stop ? 0 : -1}
                aria-pressed={isPressed}
                aria-label={words.mark(
                  nameOf(bin, spread.unit),
                  `${amount} ${unit}`,
                  partText(amount, total),
                  words.rows(bin.rows),
                )}
                className={styles.moment}
                onClick={toggle}
                onFocus={() => setPointed(at)}
                onPointerEnter={() => setPointed(at)}
              >
                <span
                  className={place?.negative === true ? styles.negative : styles.fill}
                  style={{
                    bottom: `${(place?.start ?? 0) * 100}%`,
                    height: `${(place?.size ?? 0) * 100}%`,
                  }}
                />
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.ends}>
        <span>{first !== undefined && nameOf(first, spread.unit)}</span>
        <span>{last !== undefined && bins.length > 1 && nameOf(last, spread.unit)}</span>
      </p>
    </div>
  );
}

/** "2026-10-05", "2026-10", "2026-10-05 to 2026-10-11"; days in the reader's order. */
function nameOf({ from, to }: Bin, unit: Spread["unit"]): string {
  if (unit === "month") return from.slice(0, 7);
  if (unit === "hour") return dateText(from).replace("T", " ");
  if (unit === "year" && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  return from === to ? dateText(from) : words.between(dateText(from), dateText(to));
}
