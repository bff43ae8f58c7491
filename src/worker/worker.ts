/**
 * The worker's entry: messages in, answers out, through the dispatcher. Nothing else is here, so
 * that all of the work can be tested without a worker.
 */

import { downloadFile } from "../load/downloadFile.ts";
import { loadReport } from "../load/loadReport.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { createDispatcher } from "./tasks/dispatch.ts";
import { createHandlers } from "./tasks/handlers.ts";
import { createTurns } from "./tasks/turns.ts";

const post = (message: FromWorker): void => self.postMessage(message);
const handlers = createHandlers({ load: loadReport, download: downloadFile }, createTurns());
const dispatch = createDispatcher(handlers, post);

// The only sender is the page that made this worker.
self.addEventListener("message", (event: MessageEvent<ToWorker>) => dispatch(event.data));
post({ ready: true });
