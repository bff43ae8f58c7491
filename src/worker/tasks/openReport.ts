/**
 * Opening a report: the download fills the dataset, the page hears of it at a pace it can show. The
 * first rows are told as soon as they are in, and once more when they fill what is looked at first,
 * together with what is looked at of them. Before it fails or stops midway, all that arrived is told
 * once more, for the person may keep it.
 */

import type { LoadedReport, LoadOptions } from "../../load/loadReport.ts";
import type { FileReading } from "../../model/fileSource.ts";
import { ReportFailure } from "../../model/reportError.ts";
import type { Receiving, ReportSource } from "../../model/reportSource.ts";
import { Cancelled, type Turn } from "../../model/turn.ts";
import type { OpenResult, RequestOf } from "../protocol.ts";
import type { Dataset } from "./dataset.ts";
import type { Task } from "./dispatch.ts";
import { errorOf } from "./errorOf.ts";
import { createPace } from "./pace.ts";

/** A source other than the API may tell how it is read. */
interface FillOptions<Source> extends Omit<LoadOptions, "source"> {
  readonly source: Source;
  readonly onReading: (reading: FileReading) => void;
}

export type Load<Source = ReportSource> = (options: FillOptions<Source>) => Promise<LoadedReport>;

export async function openReport<Source>(
  load: Load<Source>,
  { source, look }: { readonly source: Source; readonly look: RequestOf<"open">["look"] },
  dataset: Dataset,
  task: Task<"open">,
  turn: Turn,
): Promise<OpenResult> {
  const started = performance.now();
  const beforeRows = createPace();
  const withRows = createPace();
  let received: Receiving = { bytes: 0, totalBytes: undefined };
  let reading: FileReading | undefined;
  let columns = 0;
  /** Rows told of, and how many fill what is looked at first. */
  let told = 0;
  const enough = look?.range.end ?? 0;
  const tell = (): void => {
    const table = dataset.summary();
    const first =
      look !== undefined && told < enough && table.rowCount > told ? dataset.rows(look) : undefined;
    const isFirst = told === 0;
    told = table.rowCount;
    columns = table.columns.length;
    task.progress({
      phase: "receiving",
      table,
      reading,
      ...received,
      ...(first === undefined ? {} : { first }),
    });
    if (first !== undefined && isFirst) dataset.rest();
  };

  try {
    const { bytes } = await load({
      source,
      sink: dataset.sink,
      turn: dataset.filling(turn),
      signal: task.signal,
      onTry: () => task.progress({ phase: "connecting" }),
      onWait: task.progress,
      onTryNow: task.onTryNow,
      onReading: (now) => {
        reading = now;
      },
      onProgress: (now) => {
        received = now;
        const rows = dataset.rowCount();
        const pace = rows > 0 ? withRows : beforeRows;
        const isDue = pace.due(columns);
        if (isDue || (told < enough && rows >= enough)) tell();
      },
    });
    await dataset.seal();
    return { table: dataset.summary(), bytes, elapsedMs: performance.now() - started, reading };
  } catch (cause) {
    dataset.giveUp();
    const rows = dataset.rowCount();
    if (rows > 0 || reading !== undefined) tell();
    throw cause instanceof Cancelled ? cause : new ReportFailure(errorOf(cause, rows));
  }
}
