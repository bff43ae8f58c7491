/**
 * The work behind each request: open fills a dataset, order, window and values ask it, export
 * and save make a file. Datasets are independent of each other; one that failed or was stopped midway
 * stays to be asked until it is closed.
 */

import { loadFile } from "../../load/file/loadFile.ts";
import type { StartDigestThread } from "../../engine/reportHash.ts";
import type { DatasetId } from "../protocol.ts";
import { createDataset, type Dataset } from "./dataset.ts";
import type { Handlers } from "./dispatch.ts";
import { createIdleWork } from "./idleWork.ts";
import { exportFile } from "./exportFile.ts";
import { openReport, type Load } from "./openReport.ts";
import { saveFile, type Download } from "./saveFile.ts";
import type { TurnMaker } from "./turns.ts";
import { Cancelled } from "../../model/turn.ts";

export interface Network {
  readonly load: Load;
  readonly download: Download;
}

/** `mostBytes`: what the cells of one report may take. */
export function createHandlers(
  network: Network,
  turns: TurnMaker,
  mostBytes?: number,
  startDigests?: StartDigestThread,
): Handlers {
  const datasets = new Map<DatasetId, Dataset>();

  /** A dataset that isn't there was closed: nobody waits for what is asked about it. */
  const datasetOf = (id: DatasetId): Dataset => {
    const dataset = datasets.get(id);
    if (dataset === undefined) throw new Cancelled();
    return dataset;
  };

  const idle = createIdleWork();

  /** Asks a dataset; what nobody asked for waits meanwhile. */
  const ask = <Result>(
    { dataset }: { readonly dataset: DatasetId },
    question: (dataset: Dataset) => Promise<Result>,
  ): Promise<Result> =>
    idle.during(async () => {
      const asked = datasetOf(dataset);
      asked.asked();
      return question(asked);
    });

  return {
    open: (request, task) =>
      idle.during(async () => {
        const dataset = createDataset(turns, mostBytes, startDigests);
        datasets.set(request.dataset, dataset);
        const turn = turns(task.signal);
        const { source, look } = request;
        const opened = await ("file" in source
          ? openReport(loadFile, { source, look }, dataset, task, turn)
          : openReport(network.load, { source, look }, dataset, task, turn));
        if (datasets.has(request.dataset)) idle.offer(request.dataset, dataset.workAhead);
        return opened;
      }),
    order: (request, { signal, progress }) =>
      ask(request, (dataset) => dataset.order(request, signal, progress)),
    window: (request, { signal }) => ask(request, (dataset) => dataset.window(request, signal)),
    values: (request, { signal }) => ask(request, (dataset) => dataset.values(request, signal)),
    spread: (request, { signal }) => ask(request, (dataset) => dataset.spread(request, signal)),
    totals: (request, { signal }) => ask(request, (dataset) => dataset.totals(request, signal)),
    find: (request, { signal }) => ask(request, (dataset) => dataset.find(request, signal)),
    copy: (request, { signal }) => ask(request, (dataset) => dataset.copy(request, signal)),
    export: (request, task) => ask(request, (dataset) => exportFile(dataset, request, task)),
    save: (request, task) => saveFile(network.download, request, task),
    close: (id) => {
      datasets.delete(id);
      idle.forget(id);
    },
  };
}
