/**
 * Matches of a text in the rows on screen, from the worker: the walk from one to the next, told what
 * React knows. While a report loads it is not counted again for every batch of rows, but once at the
 * end.
 */

import { useEffect, useLayoutEffect, useState } from "react";
import type { GridColumn, GridPlace } from "../../grid/gridProps.ts";
import { reportText } from "../../grid/localWriting.ts";
import { useLatest } from "../../grid/useLatest.ts";
import { queryText } from "../../model/query.ts";
import { useEngine } from "../data/engineContext.ts";
import type { Report } from "../report/useReport.ts";
import { useStore } from "../useStore.ts";
import { type FindPlace, type FindState, type FindWalk, createFindWalk } from "./findWalk.ts";

interface MatchesInput {
  readonly report: Report;
  readonly columns: readonly GridColumn[];
  readonly place: GridPlace | undefined;
  readonly text: string;
  readonly onGo: (place: GridPlace) => void;
}

interface Matches extends FindState {
  readonly step: FindWalk["step"];
}

export function useMatches({ report, columns, place, text, onGo }: MatchesInput): Matches {
  const { open, shown, isShown, rowsQuery } = report;
  const engine = useEngine();
  const goes = useLatest(onGo);
  const [walk] = useState(() => createFindWalk((hit) => goes.current(hit)));
  const state = useStore(walk);
  const data = open?.data;
  useLayoutEffect(() => walk.stand(cellOf(place)), [walk, place]);
  useLayoutEffect(() => {
    if (data === undefined || !isShown || shown.tableRows === 0) {
      walk.see(undefined);
      return;
    }
    const { dataset, table } = data;
    const { tableRows } = shown;
    const ids = columns.map(({ id }) => id);
    const rows = table.sealed && tableRows;
    walk.see({
      key: JSON.stringify([dataset, queryText(rowsQuery), ids, rows]),
      order: shown.name,
      find: (find, signal) =>
        engine.find(
          dataset,
          rowsQuery,
          tableRows,
          { ...find, also: reportText(find.search), columns: ids },
          signal,
        ),
    });
  }, [walk, engine, data, shown, isShown, rowsQuery, columns]);
  useLayoutEffect(() => walk.lookFor(text), [walk, text]);
  useEffect(() => walk.close, [walk]);
  return { ...state, step: walk.step };
}

function cellOf(place: GridPlace | undefined): FindPlace {
  return place === undefined || place.row === "header"
    ? undefined
    : { row: place.row, column: place.column };
}
