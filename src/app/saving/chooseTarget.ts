/**
 * The browser's own dialog for a file to write to, where it has one (Chromium). It must be asked for
 * right after the person's click.
 */

type Picker = (options: { readonly suggestedName: string }) => Promise<unknown>;

/** The file; "none" when the person chose none; undefined where the browser has no such dialog. */
export async function chooseTarget(
  suggestedName: string,
): Promise<FileSystemFileHandle | "none" | undefined> {
  const picker: unknown = Reflect.get(window, "showSaveFilePicker");
  if (!isPicker(picker)) return undefined;
  try {
    const file = await picker.call(window, { suggestedName });
    return file instanceof FileSystemFileHandle ? file : undefined;
  } catch (cause) {
    // A dialog that isn't allowed here is as good as none.
    return cause instanceof DOMException && cause.name === "AbortError" ? "none" : undefined;
  }
}

function isPicker(value: unknown): value is Picker {
  return typeof value === "function";
}
