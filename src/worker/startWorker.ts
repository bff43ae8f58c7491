/** Starts the page's two workers, the only ones the browser lets it start. */

// oxlint-disable-next-line import/default -- Vite makes this module: the address of the built worker.
import workerUrl from "./worker.ts?worker&url";
// oxlint-disable-next-line import/default -- The same for the worker that reads workbooks.
import workbookUrl from "./xlsxWorker.ts?worker&url";
import { trustOnly } from "./trustOnly.ts";

const trusted = trustOnly([workerUrl, workbookUrl]);

export function startWorker(): Worker {
  return new Worker(trusted(workerUrl), { type: "module", name: "Billscope engine" });
}

export function startWorkbookWorker(): Worker {
  return new Worker(trusted(workbookUrl), { type: "module", name: "Billscope workbook" });
}
