/** What was dropped on the page: one file, or why it can't be opened. */

export type Dropped = { readonly file: File } | { readonly problem: "notOneFile" | "isFolder" };

/** What is needed of a `DataTransfer`. */
export interface DropData {
  readonly files: ArrayLike<File>;
  readonly items: ArrayLike<{ webkitGetAsEntry?(): { readonly isDirectory: boolean } | null }>;
}

/** Undefined when no file was dropped. */
export function readDrop({ files, items }: DropData): Dropped | undefined {
  const file = files[0];
  if (file === undefined) return undefined;
  if (files.length > 1) {
    return { problem: "notOneFile" };
  }
  if (items[0]?.webkitGetAsEntry?.()?.isDirectory === true) {
    return { problem: "isFolder" };
  }
  return { file };
}
