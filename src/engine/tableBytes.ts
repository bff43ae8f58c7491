/**
 * The memory that a table's cells are held in, so that a report which would not fit is noticed
 * before the browser ends the page for it.
 */

import type { Dictionary, ReportTable, Segment } from "./table.ts";

export function tableBytes({ columns }: Pick<ReportTable, "columns">): number {
  let bytes = 0;
  for (const { dictionary, segments } of columns) {
    bytes += dictionaryBytes(dictionary);
    for (const segment of segments) bytes += segmentBytes(segment);
  }
  return bytes;
}

function dictionaryBytes({ bytes, offsets, kinds }: Dictionary): number {
  return bytes.byteLength + offsets.byteLength + kinds.byteLength;
}

function segmentBytes(segment: Segment): number {
  switch (segment.encoding) {
    case "codes":
      return segment.codes.byteLength;
    case "text":
      return (
        segment.bytes.byteLength + segment.offsets.byteLength + (segment.kinds?.byteLength ?? 0)
      );
    case "decimal":
      return (
        segment.mantissas.byteLength +
        (segment.scales?.byteLength ?? 0) +
        segment.exceptions.byteLength
      );
  }
}
