/** Lets the person choose a file with the browser's own dialog. Nothing comes when they don't. */

const KINDS = ".csv,.tsv,.txt,.xlsx,.json,text/csv,application/json";

export function chooseFile(onFile: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = KINDS;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) onFile(file);
  });
  input.click();
}
