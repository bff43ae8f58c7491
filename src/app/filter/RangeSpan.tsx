/**
 * What there is to choose a range from: the column's real span, as its cells write it, and
 * how the rows lie in it, with what the filter lets through marked. A click on a bin, or drawing
 * over several, fills the fields in; with the keyboard the fields themselves do. One sentence says the
 * same to a reader.
 */

import { useQuery } from "@tanstack/react-query";
import { type PointerEvent, useRef } from "react";
import { operandText } from "../../grid/localWriting.ts";
import type { Column } from "../../model/column.ts";
import { type Query, queryText, unsorted } from "../../model/query.ts";
import type { Bin } from "../../model/spread.ts";
import { countText, counted } from "../../words/figures.ts";
import { valueWords as words } from "../../words/en/values.ts";
import { useEngine } from "../data/engineContext.ts";
import type { ReportData } from "../data/reportSession.ts";
import { chosenBins, draftForBins } from "./chosenBins.ts";
import type { FilterDraft } from "./filterDraft.ts";
import heard from "../controls/heard.module.css";
import styles from "./RangeSpan.module.css";

interface RangeSpanProps {
  readonly data: ReportData;
  readonly query: Query;
  readonly column: Column;
  readonly draft: FilterDraft;
  readonly onChange: (part: Partial<FilterDraft>) => void;
}

const ROWS_ALONE = { total: undefined, currency: "" };
const HEIGHT = 48;
/** A bin with any row at all is seen. */
const LEAST = 1.5;

export function RangeSpan({ data, query, column, draft, onChange }: RangeSpanProps) {
  const engine = useEngine();
  const { dataset, table } = data;
  const rows = unsorted(query);
  const { data: spread, isError } = useQuery({
    queryKey: ["spread", dataset, queryText(rows), column.id, table.rowCount, table.sealed],
    queryFn: ({ signal }) => engine.spread(dataset, rows, column.id, ROWS_ALONE, signal),
  });
  const begun = useRef<number>(undefined);
  if (spread === undefined) {
    return isError ? (
      <p role="alert" className={styles.span}>
        {words.cannotSpan}
      </p>
    ) : (
      <div className={styles.span}>
        <span className={styles.empty}>{words.counting}</span>
      </div>
    );
  }
  const known = spread;
  const { bins, span, within } = known;
  if (span === undefined) return <p className={styles.span}>{words.noNumbers}</p>;
  const chosen = chosenBins(spread, draft);
  const most = Math.max(1, ...bins.map((bin) => bin.rows));

  function choose(event: PointerEvent<SVGSVGElement>, from?: number) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * bins.length);
    const bin = Math.max(0, Math.min(at, bins.length - 1));
    begun.current = from ?? bin;
    onChange(draftForBins(draft.condition, known, begun.current, bin));
  }

  return (
    <figure className={styles.span}>
      <svg
        role="img"
        aria-label={sentence(bins, within)}
        className={styles.bins}
        viewBox={`0 0 ${bins.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          choose(event);
        }}
        onPointerMove={(event) => {
          if (begun.current !== undefined) choose(event, begun.current);
        }}
        onPointerUp={() => (begun.current = undefined)}
        onPointerCancel={() => (begun.current = undefined)}
      >
        {bins.map((bin, at) => {
          const height = bin.rows === 0 ? 0 : Math.max(LEAST, (bin.rows / most) * HEIGHT);
          return (
            <g key={bin.from} className={chosen?.[at] === false ? styles.left : styles.taken}>
              <title>{binWords(bin)}</title>
              <rect className={styles.room} x={at} y={0} width={1} height={HEIGHT} />
              <rect x={at + 0.08} y={HEIGHT - height} width={0.84} height={height} />
            </g>
          );
        })}
      </svg>
      <figcaption className={styles.ends}>
        <span>
          <span className={heard.heard}>
            {words.span} {words.from}{" "}
          </span>
          <bdi>{operandText(span.from)}</bdi>
        </span>
        {within < spread.rows && (
          <span className={styles.outside}>
            {words.outside(counted(spread.rows - within, words.row, words.rows))}
          </span>
        )}
        <span>
          <span className={heard.heard}>{words.to} </span>
          <bdi>{operandText(span.to)}</bdi>
        </span>
      </figcaption>
    </figure>
  );
}

/** "How the rows lie between them: most are in 0 to 99, 800 of 1,204 rows". */
function sentence(bins: readonly Bin[], within: number): string {
  const fullest = bins.reduce((best, bin) => (bin.rows > best.rows ? bin : best));
  return words.most(
    operandText(fullest.from),
    operandText(fullest.to),
    countText(fullest.rows),
    counted(within, words.row, words.rows),
  );
}

function binWords({ from, to, rows }: Bin): string {
  return words.bin(operandText(from), operandText(to), counted(rows, words.row, words.rows));
}
