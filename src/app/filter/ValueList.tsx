/**
 * All values a column has, blanks first, then the most rows or the largest amounts, each with its
 * exact figures and a bar. To tick several, or to pick one, depending on the condition; "Only this"
 * unticks all others. Typing in "Value" narrows the list; the figures are those of the rows that the
 * other filters leave. Only the lines in sight are on the page, with their places for readers.
 */

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Column } from "../../model/column.ts";
import { useLatest } from "../../grid/useLatest.ts";
import type { ColumnValue, Measure } from "../../model/columnValues.ts";
import type { Query } from "../../model/query.ts";
import { countText, counted } from "../../words/figures.ts";
import { valueWords as words } from "../../words/en/values.ts";
import { Button } from "../controls/Button.tsx";
import { Select } from "../controls/Select.tsx";
import type { MeasureChoice } from "../data/measureChoices.ts";
import type { ReportData } from "../data/reportSession.ts";
import { commaTyped, numberText } from "../../grid/localWriting.ts";
import { listedName } from "../filterText.ts";
import { shortText } from "../shortText.ts";
import { Amount } from "../totals/Amount.tsx";
import type { FilterDraft } from "./filterDraft.ts";
import { useValuePages } from "./useValuePages.ts";
import { useVirtualList } from "./useVirtualList.ts";
import styles from "./ValueList.module.css";

interface ValueListProps {
  readonly data: ReportData;
  readonly query: Query;
  readonly column: Column;
  readonly measures: readonly MeasureChoice[] | undefined;
  readonly draft: FilterDraft;
  readonly onChange: (part: Partial<FilterDraft>) => void;
}

const LINE = 30;
/** Ticked one by one or at once: more would make a link that no program takes. */
const MOST_CHOSEN = 1000;

export function ValueList(props: ValueListProps) {
  const { data, query, column, measures, draft, onChange } = props;
  const [measureId, setMeasureId] = useState("");
  /** Picked from the list, found by this text: the list stays as it was. */
  const [picked, setPicked] = useState({ value: draft.value, find: "" });
  const [chosen] = useState(draft.values);
  const isMany = draft.condition === "oneOf" || draft.condition === "noneOf";
  const find = !isMany && draft.value === picked.value ? picked.find : draft.value;
  const measure = measures?.find(({ id }) => id === measureId)?.measure;
  const [count, setCount] = useState(0);
  const lines = useVirtualList(count, LINE);
  const [missingCount, setMissingCount] = useState(0);
  const pages = useValuePages(
    { data, query, column, measure, find, chosen },
    Math.max(0, lines.start - missingCount),
    Math.max(0, lines.end - missingCount),
  );
  const { list } = pages;
  const missing = isMany ? (list?.missing ?? []) : [];
  const total = (list?.found ?? 0) + missing.length;
  if (total !== count) setCount(total);
  if (missing.length !== missingCount) setMissingCount(missing.length);

  /** One stop for the Tab key among all values; keys go through them. */
  const [current, setCurrent] = useState(0);
  /** Waits for the focus until it is drawn. */
  const wanted = useRef<number>(undefined);
  const stop = Math.min(current, Math.max(0, total - 1));
  const { scroller } = lines;
  useEffect(() => {
    if (wanted.current === undefined) return;
    const line = `[data-index="${wanted.current}"] input:enabled`;
    const input = scroller.current?.querySelector<HTMLElement>(line);
    if (input === null || input === undefined) return;
    wanted.current = undefined;
    input.focus({ preventScroll: true });
  });

  const shown = [];
  for (let line = lines.start; line < lines.end; line += 1) shown.push(line);
  if (total > 0 && !shown.includes(stop)) shown.push(stop);
  const valueAt = (line: number): ColumnValue | undefined => {
    const text = missing[line];
    return text === undefined
      ? pages.at(line - missing.length)
      : { text, written: numberText(text, column.commas), rows: 0, sum: undefined, share: 0 };
  };

  function pick(text: string, isTicked: boolean) {
    if (isMany) {
      const rest = draft.values.filter((one) => one !== text);
      onChange({ values: isTicked ? [...rest, text] : rest });
    } else {
      const value = numberText(text, column.commas);
      setPicked({ value, find });
      onChange({ value });
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key } = event;
    if (key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Typing on a value looks for another: the field takes the key.
      event.currentTarget.closest("form")?.querySelector<HTMLElement>("input[type=text]")?.focus();
      return;
    }
    const target = lineFor(key, stop, lines.page, total);
    if (target === undefined) return;
    event.preventDefault();
    setCurrent(target);
    wanted.current = target;
    lines.show(target);
    const value = valueAt(target);
    if (!isMany && value !== undefined) pick(value.text, true);
  }

  /** As it is by then: ticks made while the list was read are kept, unless it is another list. */
  const now = useLatest({ ticked: draft.values, find });
  const [unread, setUnread] = useState<string>();
  async function chooseAll() {
    setUnread(undefined);
    const texts = await pages.texts(list?.found ?? 0).catch(() => undefined);
    if (now.current.find !== find) return;
    if (texts === undefined) setUnread(find);
    else onChange({ values: [...new Set([...now.current.ticked, ...texts])] });
  }

  const found = list?.found ?? 0;
  const isTooMany = found > MOST_CHOSEN;
  const legend = legendOf(list, pages.find, data.table.sealed);
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>
        {isMany && draft.values.length > 0
          ? words.chosen(legend, countText(draft.values.length))
          : legend}
      </legend>
      {measures !== undefined && measures.length > 0 && (
        <label className={styles.share}>
          {words.shareOf}
          <Select value={measureId} onChange={({ target }) => setMeasureId(target.value)}>
            <option value="">{words.allRows}</option>
            {measures.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </label>
      )}
      <div
        ref={scroller}
        className={list === undefined ? styles.waiting : styles.items}
        style={{ height: LINE * Math.max(1, (list?.distinct ?? MOST_CHOSEN) + missing.length) + 2 }}
        onScroll={lines.onScroll}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moves the focus among the boxes inside */}
        <ul
          className={styles.canvas}
          style={{ height: lines.height }}
          aria-label={words.list}
          onFocus={({ target }) => setCurrent(Number(target.closest("li")?.dataset["index"] ?? 0))}
          onKeyDown={onKeyDown}
        >
          {shown.map((line) => (
            <ValueLine
              key={line}
              line={line}
              top={lines.top(line)}
              total={total}
              value={valueAt(line)}
              measure={pages.measure}
              isMany={isMany}
              isStop={line === stop}
              column={column}
              draft={draft}
              onPick={pick}
              onOnly={(text) => onChange({ values: [text] })}
            />
          ))}
        </ul>
      </div>
      {pages.failed || unread === find ? (
        <p role="alert" className={styles.note}>
          {words.cannotList}
        </p>
      ) : (
        <output className={styles.note}>
          {list !== undefined && total === 0 && words.noneFound}
        </output>
      )}
      {isMany && found > 0 && (
        <div className={styles.actions}>
          {isTooMany && pages.find !== "" ? (
            <Button
              disabled={!pages.isAsked}
              onClick={() =>
                onChange({ condition: draft.condition === "oneOf" ? "contains" : "excludes" })
              }
            >
              {(draft.condition === "oneOf" ? words.containsInstead : words.excludesInstead)(
                pages.find,
              )}
            </Button>
          ) : (
            <Button disabled={isTooMany || !pages.isAsked} onClick={() => void chooseAll()}>
              {pages.find === "" ? words.selectAll : words.selectFound(found)}
            </Button>
          )}
          <Button disabled={draft.values.length === 0} onClick={() => onChange({ values: [] })}>
            {words.selectNone}
          </Button>
          {isTooMany && <p className={styles.note}>{words.tooMany(countText(MOST_CHOSEN))}</p>}
        </div>
      )}
    </fieldset>
  );
}

/** "1,204 values", "37 of 1,204 values so far". */
function legendOf(
  list: { readonly distinct: number; readonly found: number } | undefined,
  find: string,
  isWhole: boolean,
): string {
  if (list === undefined) return words.counting;
  const all = counted(list.distinct, words.value, words.values);
  const text = find === "" ? all : words.found(countText(list.found), all);
  return isWhole ? text : words.soFar(text);
}

/** The line that a key leads to. */
function lineFor(key: string, from: number, page: number, total: number): number | undefined {
  const target = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: total - 1,
  }[key];
  return target === undefined ? undefined : Math.max(0, Math.min(target, total - 1));
}

interface ValueLineProps {
  readonly line: number;
  readonly top: number;
  readonly total: number;
  readonly value: ColumnValue | undefined;
  readonly measure: Measure | undefined;
  readonly isMany: boolean;
  readonly isStop: boolean;
  readonly column: Column;
  readonly draft: FilterDraft;
  readonly onPick: (text: string, isTicked: boolean) => void;
  readonly onOnly: (text: string) => void;
}

function ValueLine(props: ValueLineProps) {
  const { line, top, total, value, measure, isMany, isStop, column, draft, onPick, onOnly } = props;
  const { text = "", written = "", rows = 0, sum, share = 0 } = value ?? {};
  const isBlank = value === undefined || text === "";
  const name = listedName({ text, written }, column);
  return (
    <li
      data-index={line}
      aria-setsize={total}
      aria-posinset={line + 1}
      className={styles.line}
      style={{ top }}
    >
      <label className={styles.item}>
        <input
          type={isMany ? "checkbox" : "radio"}
          name="value"
          disabled={value === undefined}
          tabIndex={isStop ? 0 : -1}
          checked={
            value !== undefined &&
            (isMany ? draft.values.includes(text) : commaTyped(draft.value, column.commas) === text)
          }
          onChange={(event) => onPick(text, event.target.checked)}
        />
        <bdi className={isBlank ? styles.blank : styles.text} title={shortText(written)}>
          {value === undefined ? "…" : name}
        </bdi>
        {sum !== undefined && (
          <span className={styles.sum}>
            <Amount text={sum} /> <span className={styles.code}>{measure?.currency}</span>
          </span>
        )}
        <span
          className={measure === undefined ? styles.count : styles.rows}
          title={counted(rows, words.row, words.rows)}
        >
          {value !== undefined && countText(rows)}
        </span>
        <span
          className={sum?.startsWith("-") === true ? styles.negative : styles.bar}
          style={{ transform: `scaleX(${share})` }}
        />
      </label>
      {isMany && value !== undefined && (
        <button
          type="button"
          className={styles.only}
          tabIndex={isStop ? 0 : -1}
          aria-label={words.onlyThisOf(name)}
          onClick={() => onOnly(text)}
        >
          {words.onlyThis}
        </button>
      )}
    </li>
  );
}
