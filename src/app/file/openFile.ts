/**
 * Opens a file in the engine. A workbook is first turned into text by a worker of its own, which
 * ends with it; everything else the engine reads as it is.
 */

import type { FileSource } from "../../model/fileSource.ts";
import { type NoTable, ReportFailure } from "../../model/reportError.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { DatasetId, OpenProgress, OpenResult } from "../../worker/protocol.ts";
import { readWorkbook } from "../../worker/workbookClient.ts";
import { type Begun, begin } from "../data/opening.ts";
import { FIRST_LOOK } from "../data/tiles.ts";
import type { HeldFile } from "./fileHolder.ts";

type Opener = Pick<EngineClient, "open">;

export function beginFile(engine: Opener, held: HeldFile): Begun {
  return begin((dataset, tell, signal) => openFile(engine, held, dataset, tell, signal));
}

async function openFile(
  engine: Opener,
  { file, settings }: HeldFile,
  dataset: DatasetId,
  onProgress: (progress: OpenProgress) => void,
  signal: AbortSignal,
): Promise<OpenResult> {
  const open = (source: FileSource) => engine.open(dataset, source, onProgress, signal, FIRST_LOOK);
  const sort = await sortOf(file);
  if (sort === "other") return open({ file, settings });
  if (sort !== "workbook") throw new ReportFailure({ code: "noTable", found: sort });
  const { text, reading } = await readWorkbook(file, settings, signal);
  const result = await open({ file: text, settings, workbook: reading });
  return { ...result, bytes: file.size };
}

/** Workbooks are known by their first bytes; old ones, and those with a password, too. */
async function sortOf(file: File): Promise<"workbook" | "other" | NoTable> {
  const bytes = new Uint8Array(await readPart(file, 0, 8));
  const starts = (...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return "workbook";
  if (!starts(0xd0, 0xcf, 0x11, 0xe0)) return "other";
  // Names inside the container are UTF-16; their list is near its start or its end.
  const decoder = new TextDecoder("utf-16le");
  for (const from of [0, Math.max(0, file.size - PART_BYTES) & ~1]) {
    const text = decoder.decode(await readPart(file, from, from + PART_BYTES));
    if (text.includes("EncryptedPackage")) return "locked";
  }
  return "oldWorkbook";
}

const PART_BYTES = 1 << 20;

async function readPart(file: File, from: number, to: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(from, to).arrayBuffer();
  } catch {
    throw new ReportFailure({ code: "fileGone" });
  }
}
