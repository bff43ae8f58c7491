/**
 * What could not be read of the link that was opened. Changes of the view pass it on, so that the
 * note stays until the person puts it away or another link is opened.
 */

import { useState } from "react";
import type { LinkUnread } from "../../link/decodeView.ts";

export interface LinkNote extends LinkUnread {
  readonly close: () => void;
}

export function useLinkNote({ notUnderstood, newer, cut }: LinkUnread): LinkNote {
  /** One list for each link that was opened. */
  const [closed, setClosed] = useState<readonly string[]>();
  const close = () => setClosed(notUnderstood);
  return closed === notUnderstood
    ? { notUnderstood: [], newer: false, cut: false, close }
    : { notUnderstood, newer, cut, close };
}
