/**
 * The values a column has, most rows first, each with its count and a bar. To tick several, or to
 * pick one, depending on the condition. Typing in "Value" narrows the list; the counts are those of
 * the rows that the other filters leave.
 */

import { useQuery } from "@tanstack/react-query";
import type { Column } from "../../model/column.ts";
import { type Query, queryText } from "../../model/query.ts";
import { useEngine } from "../data/engineContext.ts";
import type { ReportData } from "../data/reportSession.ts";
import { countText, counted } from "../figures.ts";
import { valueName } from "../filterWords.ts";
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
  const { dataset, table } = data;
  const found = useQuery({
    queryKey: ["values", dataset, queryText(query), column.id, table.sealed],
    queryFn: ({ signal }) => engine.values(dataset, query, column.id, signal),
  });
  if (found.data === undefined) {
    return (
      <p className={styles.note}>{found.isError ? "The values can’t be listed." : "Counting…"}</p>
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
  const most = values[0]?.rows ?? 1;

  const tick = (text: string, isTicked: boolean) =>
    onChange({
      values: isTicked ? [...draft.values, text] : draft.values.filter((one) => one !== text),
    });
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>
        {counted(distinct, "value")}
        {table.sealed ? "" : " so far"}
        {isMany && draft.values.length > 0 ? `, ${countText(draft.values.length)} chosen` : ""}
      </legend>
      <ul className={styles.items}>
        {[...others.map((text) => ({ text, rows: 0 })), ...listed].map(({ text, rows }) => (
          <li key={text}>
            <label className={styles.item}>
              <input
                type={isMany ? "checkbox" : "radio"}
                name="value"
                checked={isMany ? draft.values.includes(text) : draft.value === text}
                onChange={(event) =>
                  isMany ? tick(text, event.target.checked) : onChange({ value: text })
                }
              />
              <span className={text === "" ? styles.blank : styles.text}>{valueName(text)}</span>
              <span className={styles.count}>{countText(rows)}</span>
              <span className={styles.bar} style={{ transform: `scaleX(${rows / most})` }} />
            </label>
          </li>
        ))}
      </ul>
      {matching.length === 0 && <p className={styles.note}>No listed value has this text in it.</p>}
      {distinct > listed.length && matching.length > 0 && needle === "" && (
        <p className={styles.note}>
          The {countText(listed.length)} most frequent are listed. Type to find others.
        </p>
      )}
    </fieldset>
  );
}
