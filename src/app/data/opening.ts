/**
 * One download of a report into the engine, under way. It may begin before there is a screen for
 * it: what is told meanwhile waits for the first listener. The key passes through into the one
 * message that carries it and is not kept here.
 */

import { FIRST_LOOK } from "./tiles.ts";
import { randomId } from "../../model/randomId.ts";
import type { ReportId } from "../../model/reportId.ts";
import type { ReportSource } from "../../model/reportSource.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { DatasetId, OpenProgress, OpenResult } from "../../worker/protocol.ts";

/** An opening of a report or a file. */
export interface Begun {
  readonly dataset: DatasetId;
  readonly result: Promise<OpenResult>;
  /** One listener: hears what was told so far, then the rest as it comes. */
  readonly listen: (listener: (progress: OpenProgress) => void) => void;
  readonly stop: () => void;
}

/** Of a report of the API. */
export interface Opening extends Begun {
  readonly reportId: ReportId;
}

export function beginOpening(engine: Pick<EngineClient, "open">, source: ReportSource): Opening {
  const opening = begin((dataset, tell, signal) =>
    engine.open(dataset, source, tell, signal, FIRST_LOOK),
  );
  return { reportId: source.reportId, ...opening };
}

export function begin(
  open: (
    dataset: DatasetId,
    tell: (progress: OpenProgress) => void,
    signal: AbortSignal,
  ) => Promise<OpenResult>,
): Begun {
  // A random name, so that no message but one needs the key.
  const dataset = randomId() as DatasetId;
  const abort = new AbortController();
  const waiting: OpenProgress[] = [];
  let take = (progress: OpenProgress) => {
    waiting.push(progress);
  };
  const result = open(dataset, (progress) => take(progress), abort.signal);
  // Whoever waits for the result hears of a failure; nobody need wait for it.
  result.catch(() => {});
  return {
    dataset,
    result,
    listen: (listener) => {
      take = listener;
      for (const progress of waiting.splice(0)) listener(progress);
    },
    stop: () => abort.abort(),
  };
}
