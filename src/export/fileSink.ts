/**
 * Where the bytes of an export go, piece by piece: a blob, a file on disk, an entry of an archive.
 */

export interface FileSink {
  /** The next piece waits until this one is taken; it must not be written to afterwards. */
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void> | void;
}
