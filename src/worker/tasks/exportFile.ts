/**
 * A file of the view on its way out of the worker: straight into the file the person chose, where the
 * browser lets pages write to one, else into a blob that grows outside of this worker's memory. A file
 * that was stopped or failed is not left there half.
 */

import type { FileSink } from "../../export/fileSink.ts";
import type { ExportedFile, RequestOf } from "../protocol.ts";
import { createBlobCollector } from "./blobCollector.ts";
import type { Dataset } from "./dataset.ts";
import type { Task } from "./dispatch.ts";
import { createPace } from "./pace.ts";

const MEDIA_TYPES = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
const ARCHIVE = "application/zip";

interface Target extends FileSink {
  /** The whole file is written. */
  finish(): Promise<Blob | undefined>;
  /** Takes back what was written. */
  giveUp(): Promise<void>;
}

export async function exportFile(
  dataset: Pick<Dataset, "export">,
  request: RequestOf<"export">,
  task: Task<"export">,
): Promise<ExportedFile> {
  const { format, splitBy } = request.view;
  const mediaType = splitBy?.inFiles === true ? ARCHIVE : MEDIA_TYPES[format];
  const target =
    request.target === undefined ? blobTarget(mediaType) : await diskTarget(request.target);
  const pace = createPace();
  const tell = (rows: number, of: number): void => {
    if (pace.due()) task.progress({ phase: "writing", rows, of });
  };
  try {
    const summary = await dataset.export(request, target, tell, task.signal);
    task.signal.throwIfAborted();
    return { ...summary, blob: await target.finish() };
  } catch (cause) {
    await target.giveUp();
    throw cause;
  }
}

function blobTarget(mediaType: string): Target {
  const collector = createBlobCollector();
  return {
    write: collector.add,
    finish: () => Promise.resolve(collector.finish(mediaType)),
    giveUp: () => Promise.resolve(),
  };
}

/** The browser shows the file under its name only when it is whole. */
async function diskTarget(file: FileSystemFileHandle): Promise<Target> {
  const stream = await file.createWritable();
  return {
    write: (chunk) => stream.write(chunk),
    finish: async () => {
      await stream.close();
      return undefined;
    },
    giveUp: () => stream.abort().catch(() => undefined),
  };
}
