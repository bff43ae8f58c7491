/**
 * The work behind each request: open fills a dataset, order, window and values ask it, save
 * gathers a file. Datasets are independent of each other; one that failed or was stopped midway
 * stays to be asked until it is closed.
 */

import type { DatasetId } from "../protocol.ts";
import { createDataset, type Dataset } from "./dataset.ts";
import type { Handlers } from "./dispatch.ts";
import { openReport, type Load } from "./openReport.ts";
import { saveFile, type Download } from "./saveFile.ts";
import type { TurnMaker } from "./turns.ts";
import { Cancelled } from "../../model/turn.ts";

export interface Network {
  readonly load: Load;
  readonly download: Download;
}

/** `mostBytes`: what the cells of one report may take. */
export function createHandlers(network: Network, turns: TurnMaker, mostBytes?: number): Handlers {
  const datasets = new Map<DatasetId, Dataset>();

  /** A dataset that isn't there was closed: nobody waits for what is asked about it. */
  const datasetOf = (id: DatasetId): Dataset => {
    const dataset = datasets.get(id);
    if (dataset === undefined) throw new Cancelled();
    return dataset;
  };

  return {
    open: (request, task) => {
      const dataset = createDataset(turns, mostBytes);
      datasets.set(request.dataset, dataset);
      return openReport(network.load, request, dataset, task, turns(task.signal));
    },
    order: async (request, { signal, progress }) =>
      datasetOf(request.dataset).order(request, signal, progress),
    window: async (request, { signal }) => datasetOf(request.dataset).window(request, signal),
    values: async (request, { signal }) => datasetOf(request.dataset).values(request, signal),
    totals: async (request, { signal }) => datasetOf(request.dataset).totals(request, signal),
    copy: async (request, { signal }) => datasetOf(request.dataset).copy(request, signal),
    save: (request, task) => saveFile(network.download, request, task),
    close: (id) => datasets.delete(id),
  };
}
