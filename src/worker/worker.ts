/**
 * The worker's entry: messages in, answers out, through the dispatcher. Nothing else is here, so
 * that all of the work can be tested without a worker.
 */

import { downloadFile } from "../load/downloadFile.ts";
import { loadReport } from "../load/loadReport.ts";
import { browserSurroundings } from "../load/surroundings.ts";
import { startDigests } from "./startDigests.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { createDispatcher } from "./tasks/dispatch.ts";
import { createHandlers } from "./tasks/handlers.ts";
import { mostTableBytes } from "./tasks/memoryLimit.ts";
import { createTurns } from "./tasks/turns.ts";

const post = (message: FromWorker): void => self.postMessage(message);
// The only way to the network from here: each request is listed on the page before it is made.
const surroundings = browserSurroundings((sent) => post({ sent }));
const turns = createTurns();
const handlers = createHandlers(
  {
    load: (options) => loadReport(options, surroundings),
    download: (options) => downloadFile(options, surroundings),
  },
  turns,
  mostTableBytes("deviceMemory" in navigator ? navigator.deviceMemory : undefined),
  startDigests,
);
const dispatch = createDispatcher(handlers, post);

// The only sender is the page that made this worker.
self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  dispatch(event.data);
});
post({ ready: true });
