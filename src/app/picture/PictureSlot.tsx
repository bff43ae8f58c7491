/** Where the picture stands when a view has one. What draws it is fetched when it is first wanted. */

import { useEffect } from "react";
import { pictureWords } from "../../words/en/picture.ts";
import type { Report } from "../report/useReport.ts";
import { lazyPart, usePart } from "../usePart.ts";

const panel = lazyPart(() => import("./PicturePanel.tsx"));

interface PictureSlotProps {
  readonly report: Report;
  /** For the printer: no controls. */
  readonly isPaper?: boolean;
}

export function PictureSlot({ report, isPaper = false }: PictureSlotProps) {
  const isWanted = report.view.picture !== undefined;
  const { part, hasFailed, want } = usePart(panel);
  const isHere = part !== undefined;
  useEffect(() => {
    if (isWanted && !isHere) want();
  }, [isWanted, isHere, want]);
  const { data } = report.open ?? {};
  if (!isWanted || data === undefined || report.columns.length === 0) return null;
  if (isHere) return <part.PicturePanel report={report} data={data} isPaper={isPaper} />;
  return hasFailed ? <p role="alert">{pictureWords.failed}</p> : null;
}
