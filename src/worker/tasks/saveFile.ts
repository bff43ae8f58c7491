/**
 * Saving the original file: its bytes become a blob as they arrive, without a copy of the whole in
 * the worker's memory. A file that broke off is an error, never a shorter file.
 */

import type { DownloadedFile, DownloadOptions } from "../../load/downloadFile.ts";
import type { RequestOf, SavedFile } from "../protocol.ts";
import { createBlobCollector } from "./blobCollector.ts";
import type { Task } from "./dispatch.ts";
import { createPace } from "./pace.ts";

export type Download = (options: DownloadOptions) => Promise<DownloadedFile>;

export async function saveFile(
  download: Download,
  { source, format }: RequestOf<"save">,
  task: Task<"save">,
): Promise<SavedFile> {
  const collector = createBlobCollector();
  const pace = createPace();
  const { name, mediaType, lines } = await download({
    source,
    format,
    signal: task.signal,
    onTry: () => task.progress({ phase: "connecting" }),
    onWait: task.progress,
    onTryNow: task.onTryNow,
    onChunk: collector.add,
    onProgress: (received) => {
      if (pace.due()) task.progress({ phase: "receiving", ...received });
    },
  });
  return { blob: collector.finish(mediaType), name, lines };
}
