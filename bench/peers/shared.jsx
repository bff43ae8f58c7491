/*
 * What the peers' pages share: asking for the report the way their documentations do (fetch, then
 * parse the whole), and a plain grid on @tanstack/react-virtual for those that draw nothing
 * themselves.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import "./peers.css";

const ROW_HEIGHT = 30;

/** @typedef {readonly (string | number | boolean | null)[]} ReportRow */
/** @typedef {{ headers: readonly string[], rows: ReportRow[] }} Report */

/**
 * What a page lets the driver do; columns are places in the report from 0.
 * @typedef {object} Peer
 * @property {(url: string, key: string) => void | Promise<void>} open
 * @property {(column: number, descending: boolean) => void | Promise<void>} sort
 * @property {() => void} unsort
 * @property {(column: number, condition: "contains" | "is", value: string) => void | Promise<void>} filter
 * @property {() => void | Promise<void>} clear
 */

/** @param {string} url @param {string} key @returns {Promise<Report>} */
export async function fetchReport(url, key) {
  const headers = { Authorization: `apikey ${key}`, Accept: "application/json" };
  const answer = await fetch(url, { headers });
  return answer.json();
}

/**
 * Makes the page known to the driver, as it is after each drawing.
 * @param {Peer} peer
 * @param {import("../contenders/contender.js").GridNames} names
 * @param {() => number} count
 */
export function useDriver(peer, names, count) {
  useLayoutEffect(() => {
    globalThis.bench.meet(names, count);
    globalThis.peer = peer;
  });
}

export const VIRTUAL_GRID = Object.freeze({
  row: '[role="row"][aria-rowindex]',
  cell: '[role="gridcell"]',
  firstRow: 2,
  firstColumn: 1,
  scroller: ".scroller",
  sideways: ".scroller",
});

/** @param {string | number | boolean | null | undefined} value */
export function textOf(value) {
  return String(value ?? "");
}

/**
 * @param {{ count: number, headers: readonly string[], renderCells: (row: number) => import("react").ReactNode,
 *   onRange?: (start: number, end: number) => void }} props
 */
export function VirtualGrid({ count, headers, renderCells, onRange }) {
  const scroller = useRef(/** @type {HTMLDivElement | null} */ (null));
  // oxlint-disable-next-line react/incompatible-library -- there is no compiler here
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 5,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items[items.length - 1];
  const start = first?.index ?? 0;
  const end = (last?.index ?? -1) + 1;
  useLayoutEffect(() => onRange?.(start, end));
  return (
    <div className="scroller" ref={scroller}>
      <div className="head" role="row">
        {headers.map((header, column) => (
          // oxlint-disable-next-line react/no-array-index-key -- headers may repeat
          <div role="columnheader" className="cell" key={column}>
            {header}
          </div>
        ))}
      </div>
      <div className="sheet" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            role="row"
            aria-rowindex={item.index + 2}
            className="row"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {renderCells(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
