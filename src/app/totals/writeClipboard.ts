/**
 * Puts a block of cells on the clipboard as text and as a table at once. Browsers allow it only
 * soon after the person's key, so both ways begin right away: a copy event as soon as the block is
 * ready, which takes the table as it is; where that comes too late, the clipboard asked beforehand.
 */

import type { CopiedBlock } from "../../model/copiedBlock.ts";
import { copyText } from "../report/copyText.ts";

/** False where the browser doesn't allow it; rejects when the block can't be made. */
export async function copyBlock(block: Promise<CopiedBlock>): Promise<boolean> {
  const isCopied = block.then(copyAtOnce);
  if (typeof ClipboardItem === "undefined") {
    return (await isCopied) || copyText((await block).text);
  }
  const parts = isCopied.then((isDone) => {
    // Parts that never come end the other way without touching the clipboard.
    if (isDone) throw new Error("copied already");
    return block;
  });
  const blobOf = (type: "text/plain" | "text/html") => {
    const blob = parts.then(
      ({ text, html }) => new Blob([type === "text/plain" ? text : html], { type }),
    );
    // A browser that refuses at once never asks for them.
    blob.catch(() => undefined);
    return blob;
  };
  const item = new ClipboardItem({
    "text/plain": blobOf("text/plain"),
    "text/html": blobOf("text/html"),
  });
  const isWritten = navigator.clipboard.write([item]).then(
    () => true,
    () => false,
  );
  return (await isCopied) || (await isWritten) || copyText((await block).text);
}

/** By a copy event of the page, which browsers neither clean nor hold against its own policy. */
function copyAtOnce({ text, html }: CopiedBlock): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    event.clipboardData?.setData("text/html", html);
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  const isDone = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return isDone;
}
