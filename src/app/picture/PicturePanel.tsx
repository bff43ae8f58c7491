/**
 * The report as a picture beside its table: an amount by any column as bars, and over time where
 * there are dates. Exact figures stand on the marks; a mark is a button that keeps its rows only,
 * or gives the others back. On paper it is the same without its controls.
 */

import type { Column, ColumnKey } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import { PICTURE_SIZES, type ViewPicture } from "../../model/picture.ts";
import { same } from "../../model/same.ts";
import { pictureWords as words } from "../../words/en/picture.ts";
import { CloseButton } from "../controls/CloseButton.tsx";
import { Select } from "../controls/Select.tsx";
import type { MeasureChoice } from "../data/measureChoices.ts";
import type { ReportData } from "../data/reportSession.ts";
import { listedName } from "../filterText.ts";
import { inSentence } from "../inSentence.ts";
import type { Report } from "../report/useReport.ts";
import { Amount } from "../totals/Amount.tsx";
import { barPlaces, partText, pictureBars } from "./pictureBars.ts";
import styles from "./PicturePanel.module.css";
import { TimeLine } from "./TimeLine.tsx";
import { usePicture } from "./usePicture.ts";
import { useRoving } from "./useRoving.ts";

interface PicturePanelProps {
  readonly report: Report;
  readonly data: ReportData;
  readonly isPaper: boolean;
}

export function PicturePanel({ report, data, isPaper }: PicturePanelProps) {
  const { picture } = report.view;
  return picture === undefined ? null : (
    <Panel report={report} data={data} isPaper={isPaper} picture={picture} />
  );
}

export interface Mark {
  /** In the view already. */
  readonly isPressed: boolean;
  readonly toggle: () => void;
}

function Panel({ report, data, isPaper, picture }: PicturePanelProps & { picture: ViewPicture }) {
  const { columns, view, change } = report;
  const drawn = usePicture(report, data, picture);
  const { by, when, measured, measures, bars, line } = drawn;
  const set = (part: Partial<ViewPicture>) =>
    change({ type: "setPicture", picture: { ...picture, ...part } });
  const markOf = (filter: Filter<ColumnKey>): Mark => {
    const index = view.filters.findIndex((one) => same(one, filter));
    return {
      isPressed: index >= 0,
      toggle: () =>
        change(index >= 0 ? { type: "removeFilter", index } : { type: "addFilter", filter }),
    };
  };
  const close = () => {
    change({ type: "setPicture", picture: undefined });
    document.querySelector<HTMLElement>("[data-picture]")?.focus();
  };
  const dates = columns.filter(({ kind }) => kind === "date" || kind === "datetime");
  return (
    <section
      aria-label={words.title}
      aria-busy={drawn.isLate || undefined}
      data-drawn={isPaper ? undefined : ""}
      className={isPaper ? styles.paper : styles.panel}
    >
      {!isPaper && (
        <div className={styles.controls}>
          <label className={styles.field}>
            <span className={styles.label}>{words.of}</span>
            <Select
              value={measured?.id ?? ""}
              onChange={({ target }) => {
                const chosen = measures.find(({ id }) => id === target.value);
                const { column, measure } = chosen ?? {};
                set({
                  of:
                    column === undefined || measure === undefined
                      ? "rows"
                      : { column: column.key, currency: measure.currency },
                });
              }}
            >
              {measures.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
              <option value="">{words.allRows}</option>
            </Select>
          </label>
          <label className={styles.field}>
            <span className={styles.label}>{words.by}</span>
            <Select
              value={by?.key ?? ""}
              onChange={({ target }) => {
                const chosen = columns.find(({ key }) => key === target.value);
                if (chosen !== undefined) set({ by: chosen.key });
              }}
            >
              {by === undefined && <option value="">{picture.by}</option>}
              {columns.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
          </label>
          <label className={styles.field}>
            <span className={styles.label}>{words.most}</span>
            <Select
              value={picture.most}
              onChange={({ target }) => set({ most: Number(target.value) })}
            >
              {PICTURE_SIZES.map((size) => (
                <option key={size} value={size}>
                  {words.largest(size)}
                </option>
              ))}
            </Select>
          </label>
          {dates.length > 1 && (
            <label className={styles.field}>
              <span className={styles.label}>{words.when}</span>
              <Select
                value={when?.key ?? ""}
                onChange={({ target }) => {
                  const chosen = dates.find(({ key }) => key === target.value);
                  if (chosen !== undefined) set({ when: chosen.key });
                }}
              >
                {dates.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </Select>
            </label>
          )}
          <CloseButton label={words.close} className={styles.close} onClick={close} />
        </div>
      )}
      {drawn.failed && <p role="alert">{words.failed}</p>}
      {by !== undefined && bars === undefined && !drawn.failed && (
        <p className={styles.quiet}>{words.making}</p>
      )}
      {bars !== undefined && (
        <BarList
          title={words.barsList(nameOf(bars.measured), inSentence(bars.column.label))}
          unit={unitOf(bars.measured)}
          column={bars.column}
          picture={pictureBars(bars.values, bars.most, bars.measured === undefined)}
          soFar={!data.table.sealed}
          markOf={markOf}
        />
      )}
      {line !== undefined && line.spread.bins.length > 0 && (
        <TimeLine
          title={words.time[line.spread.unit](nameOf(line.measured), inSentence(line.column.label))}
          unit={unitOf(line.measured)}
          column={line.column.key}
          spread={line.spread}
          isRows={line.measured === undefined}
          markOf={markOf}
        />
      )}
    </section>
  );
}

function nameOf(measured: MeasureChoice | undefined): string {
  return measured?.label ?? words.allRows;
}

function unitOf(measured: MeasureChoice | undefined): string {
  return measured === undefined ? words.rowsUnit : inSentence(measured.measure.currency);
}

interface BarListProps {
  readonly title: string;
  readonly unit: string;
  readonly column: Column;
  readonly picture: ReturnType<typeof pictureBars>;
  readonly soFar: boolean;
  readonly markOf: (filter: Filter<ColumnKey>) => Mark;
}

function BarList({ title, unit, column, picture, soFar, markOf }: BarListProps) {
  const { bars, others, total } = picture;
  const [stop, roving] = useRoving(bars.length + 1);
  const names = bars.map(({ text }) => text);
  const lines = [
    ...bars.map((bar) => ({
      ...bar,
      key: `=${bar.text}`,
      name: listedName(bar, column),
      filter: only(column.key, bar.text),
    })),
    ...(others === undefined
      ? []
      : [
          {
            ...others,
            key: "",
            name: words.others(others.values),
            filter: { kind: "isnt" as const, column: column.key, values: names },
          },
        ]),
  ];
  const places = barPlaces(lines.map(({ amount }) => amount));
  return (
    <div className={styles.part}>
      <h2 className={styles.title}>
        <bdi>{title}</bdi>
        {soFar && <span className={styles.quiet}> {words.soFar}</span>}
      </h2>
      {bars.length === 0 ? (
        <p className={styles.quiet}>{words.nothing}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moves the focus among the buttons inside
        <ul aria-label={title} className={styles.bars} {...roving}>
          {lines.map(({ key, name, amount, rows, filter }, at) => {
            const { isPressed, toggle } = markOf(filter);
            const place = places[at];
            const part = partText(amount, total);
            return (
              <li key={key}>
                <button
                  type="button"
                  tabIndex={at === Math.min(stop, lines.length - 1) ? 0 : -1}
                  aria-pressed={isPressed}
                  aria-label={words.mark(name, `${amount} ${unit}`, part, words.rows(rows))}
                  title={`${name} · ${words.rows(rows)}`}
                  className={key === "" ? styles.others : styles.bar}
                  onClick={toggle}
                >
                  <bdi className={styles.name}>{name}</bdi>
                  <span className={styles.figure}>
                    <Amount text={amount} />
                  </span>
                  <span className={styles.percent}>{part}</span>
                  <span className={styles.track}>
                    <span
                      className={place?.negative === true ? styles.negative : styles.fill}
                      style={{
                        left: `${(place?.start ?? 0) * 100}%`,
                        width: `${(place?.size ?? 0) * 100}%`,
                      }}
                    />
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <p className={styles.total}>
        <span>{words.total}</span>
        <strong>
          <Amount text={total} /> {unit}
        </strong>
      </p>
    </div>
  );
}

function only(column: ColumnKey, text: string): Filter<ColumnKey> {
  return text === "" ? { kind: "blank", column } : { kind: "is", column, values: [text] };
}
