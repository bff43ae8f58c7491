/**
 * The values a column has, blanks first, then most rows first, each with its count and a bar. To
 * tick several, or to pick one, depending on the condition; "Only this" unticks all others. Typing in "Value" narrows the list; the counts are those of
 * the rows that the other filters leave.
 */

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import type { Column } from "../../model/column.ts";
import { type Query, queryText } from "../../model/query.ts";
import { useEngine } from "../data/engineContext.ts";
import type { ReportData } from "../data/reportSession.ts";
import { countText } from "../../words/figures.ts";
import { filterWords } from "../../words/en/filter.ts";
import { valueName } from "../filterText.ts";
import type { FilterDraft } from "./filterDraft.ts";
import styles from "./ValueList.module.css";

interface ValueListProps {
  readonly data: ReportData;
  readonly query: Query;
  readonly column: Column;
  readonly draft: FilterDraft;
  readonly onChange: (part: Partial<FilterDraft>) => void;
}

/** More are never drawn at once: typing narrows. */
const DRAWN = 200;

export function ValueList({ data, query, column, draft, onChange }: ValueListProps) {
  const engine = useEngine();
  // One stop for the Tab key among all values; arrows go through them.
  const [current, setCurrent] = useState(0);
  const { dataset, table } = data;
  const found = useQuery({
    queryKey: ["values", dataset, queryText(query), column.id, table.sealed],
    queryFn: ({ signal }) => engine.values(dataset, query, column.id, signal),
  });
  if (found.data === undefined) {
    return (
      <p className={styles.note}>{found.isError ? filterWords.noValues : filterWords.counting}</p>
    );
  }

  const { values, distinct } = found.data;
  const isMany = draft.condition === "oneOf" || draft.condition === "noneOf";
  const needle = draft.value.toLowerCase();
  const isPicked = !isMany && values.some((one) => one.text === draft.value);
  const matching =
    needle === "" || isPicked
      ? values
      : values.filter((one) => one.text.toLowerCase().includes(needle));
  const listed = matching.slice(0, DRAWN);
  const known = new Set(values.map((one) => one.text));
  const others = isMany ? draft.values.filter((text) => !known.has(text)) : [];
  const most = Math.max(1, values[0]?.rows ?? 1, values[1]?.rows ?? 1);

  const lines = [...others.map((text) => ({ text, rows: 0 })), ...listed];
  const stop = Math.min(current, lines.length - 1);
  const tick = (text: string, isTicked: boolean) =>
    onChange({
      values: isTicked ? [...draft.values, text] : draft.values.filter((one) => one !== text),
    });
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>
        {filterWords.values(distinct, table.sealed, isMany ? draft.values.length : 0)}
      </legend>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moves the focus among the boxes inside */}
      <ul
        className={styles.items}
        onFocus={({ target }) => setCurrent(Number(target.closest("li")?.dataset.index ?? 0))}
        onKeyDown={(event) => isMany && moveFocus(event, stop)}
      >
        {lines.map(({ text, rows }, index) => (
          <li key={text} data-index={index} className={styles.line}>
            <label className={styles.item}>
              <input
                type={isMany ? "checkbox" : "radio"}
                name="value"
                tabIndex={isMany && index !== stop ? -1 : 0}
                checked={isMany ? draft.values.includes(text) : draft.value === text}
                onChange={(event) =>
                  isMany ? tick(text, event.target.checked) : onChange({ value: text })
                }
              />
              <bdi className={text === "" ? styles.blank : styles.text}>{valueName(text)}</bdi>
              <span className={styles.count}>{countText(rows)}</span>
              <span className={styles.bar} style={{ transform: `scaleX(${rows / most})` }} />
            </label>
            {isMany && (
              <button
                type="button"
                className={styles.only}
                tabIndex={index === stop ? 0 : -1}
                aria-label={filterWords.onlyThisValue(valueName(text))}
                onClick={() => onChange({ values: [text] })}
              >
                {filterWords.onlyThis}
              </button>
            )}
          </li>
        ))}
      </ul>
      {matching.length === 0 && <p className={styles.note}>{filterWords.noMatch}</p>}
      {distinct > listed.length && matching.length > 0 && needle === "" && (
        <p className={styles.note}>{filterWords.mostFrequent(listed.length)}</p>
      )}
    </fieldset>
  );
}

/** Arrow keys go from box to box. */
function moveFocus(event: KeyboardEvent<HTMLElement>, from: number): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  event.currentTarget.querySelectorAll("input")[from + step]?.focus();
}
