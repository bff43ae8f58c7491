/**
 * What could not be read of the link that was opened. The first change of the view makes a link of
 * our own, which has nothing of that; the note stays until the person puts it away or another link
 * is opened.
 */

import { useState } from "react";
import type { OpenedReportRoute } from "../location.ts";

export interface LinkNote {
  readonly notUnderstood: readonly string[];
  readonly newer: boolean;
  readonly cut: boolean;
  readonly close: () => void;
}

type Notes = Pick<OpenedReportRoute, "notUnderstood" | "newer" | "cut">;

const NOTHING: Notes = { notUnderstood: [], newer: false, cut: false };

export function useLinkNote(route: OpenedReportRoute): LinkNote {
  const [seen, setSeen] = useState(route);
  const [notes, setNotes] = useState<Notes>(route);
  if (seen !== route) {
    setSeen(route);
    if (route.notUnderstood.length > 0 || route.cut) setNotes(route);
  }
  return { ...notes, close: () => setNotes(NOTHING) };
}
