/**
 * One download of a report into the engine, under way. It may begin before there is a screen for
 * it: what is told meanwhile waits for the first listener. The key passes through into the one
 * message that carries it and is not kept here.
 */

import { FIRST_LOOK } from "./tiles.ts";
import type { ReportId } from "../../model/reportId.ts";
import type { ReportSource } from "../../model/reportSource.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { DatasetId, OpenProgress, OpenResult } from "../../worker/protocol.ts";

export interface Opening {
  readonly reportId: ReportId;
  readonly dataset: DatasetId;
  readonly result: Promise<OpenResult>;
  /** One listener: hears what was told so far, then the rest as it comes. */
  readonly listen: (listener: (progress: OpenProgress) => void) => void;
  readonly stop: () => void;
}

export function beginOpening(engine: Pick<EngineClient, "open">, source: ReportSource): Opening {
  // A random name, so that no message but one needs the key.
  const dataset = crypto.randomUUID() as DatasetId;
  const abort = new AbortController();
  const waiting: OpenProgress[] = [];
  let take = (progress: OpenProgress) => {
    waiting.push(progress);
  };
  const result = engine.open(
    dataset,
    source,
    (progress) => take(progress),
    abort.signal,
    FIRST_LOOK,
  );
  // Whoever waits for the result hears of a failure; nobody need wait for it.
  result.catch(() => {});
  return {
    reportId: source.reportId,
    dataset,
    result,
    listen: (listener) => {
      take = listener;
      for (const progress of waiting.splice(0)) listener(progress);
    },
    stop: () => abort.abort(),
  };
}
