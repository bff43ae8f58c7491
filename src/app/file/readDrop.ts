/** What was dropped on the page: one file, or a sentence that says why it can't be opened. */

export type Dropped = { readonly file: File } | { readonly problem: string };

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
    return { problem: "One file at a time: drop the file of one report." };
  }
  if (items[0]?.webkitGetAsEntry?.()?.isDirectory === true) {
    return { problem: "This is a folder. Drop the file of a report." };
  }
  return { file };
}
