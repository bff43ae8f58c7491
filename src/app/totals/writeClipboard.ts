/**
 * Puts a block of cells on the clipboard as text and as a table at once. The clipboard is asked
 * before the block is ready, as browsers allow it only right after the person's key.
 */

import type { CopiedBlock } from "../../model/copiedBlock.ts";
import { copyText } from "../report/copyText.ts";

/** False where the browser doesn't allow it; rejects when the block can't be made. */
export async function copyBlock(block: Promise<CopiedBlock>): Promise<boolean> {
  if (typeof ClipboardItem === "undefined") return copyText((await block).text);
  const blobOf = async (type: "text/plain" | "text/html") => {
    const { text, html } = await block;
    return new Blob([type === "text/plain" ? text : html], { type });
  };
  try {
    const item = new ClipboardItem({
      "text/plain": blobOf("text/plain"),
      "text/html": blobOf("text/html"),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyText((await block).text);
  }
}
