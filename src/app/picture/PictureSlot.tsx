/** Where the picture stands when a view has one. */

import type { Report } from "../report/useReport.ts";
import { PicturePanel } from "./PicturePanel.tsx";

interface PictureSlotProps {
  readonly report: Report;
  /** For the printer: no controls. */
  readonly isPaper?: boolean;
}

export function PictureSlot({ report, isPaper = false }: PictureSlotProps) {
  const { data } = report.open ?? {};
  if (report.view.picture === undefined || data === undefined || report.columns.length === 0) {
    return null;
  }
  return <PicturePanel report={report} data={data} isPaper={isPaper} />;
}
