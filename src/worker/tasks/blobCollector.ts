/**
 * Gathers a file of any size without holding it: whenever some megabytes are together they become
 * a blob, which the browser keeps outside of this worker's memory, on disk when it is large.
 */

const FOLD_BYTES = 4 * 1024 * 1024;

export interface BlobCollector {
  /** The chunk must not be written to afterwards. */
  readonly add: (chunk: Uint8Array<ArrayBuffer>) => void;
  /** All that was added, as one blob. */
  readonly finish: (mediaType: string) => Blob;
}

export function createBlobCollector(foldBytes: number = FOLD_BYTES): BlobCollector {
  const folded: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;

  const fold = (): void => {
    if (bytes === 0) return;
    folded.push(new Blob(chunks));
    chunks = [];
    bytes = 0;
  };

  return {
    add: (chunk) => {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= foldBytes) fold();
    },
    finish: (mediaType) => {
      fold();
      return new Blob(folded, { type: mediaType });
    },
  };
}
