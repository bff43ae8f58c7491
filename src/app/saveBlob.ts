/** Hands a file to the browser to be saved. */

/** Long enough for the browser to begin with the file; it keeps it from then on. */
const REVOKE_AFTER_MS = 60_000;

export function saveBlob({ blob, name }: { readonly blob: Blob; readonly name: string }): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
