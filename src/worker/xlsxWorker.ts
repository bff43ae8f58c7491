/**
 * The entry of the worker that reads workbooks. It is started for one file and ended after it, or in
 * the middle of it: SheetJS can't be interrupted in another way.
 */

import { checkZip } from "../workbook/checkZip.ts";
import { readWorkbook } from "../workbook/readWorkbook.ts";
import { errorOf } from "./tasks/errorOf.ts";
import type { WorkbookReply, WorkbookRequest } from "./workbookProtocol.ts";

const post = (reply: WorkbookReply): void => self.postMessage(reply);

async function answer({ file, settings }: WorkbookRequest): Promise<void> {
  try {
    await checkZip(file);
    post({ done: readWorkbook(new Uint8Array(await file.arrayBuffer()), settings) });
  } catch (cause) {
    post({ failed: errorOf(cause) });
  }
}

// The only sender is the page that made this worker.
self.addEventListener("message", (event: MessageEvent<WorkbookRequest>) => void answer(event.data));
