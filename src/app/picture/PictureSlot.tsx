/** Where the picture stands when a view has one. What draws it is fetched when it is first wanted. */

import { type ComponentProps, type ComponentType, useEffect, useState } from "react";
import { pictureWords } from "../../words/en/picture.ts";
import type { Report } from "../report/useReport.ts";

type Panel = ComponentType<ComponentProps<typeof import("./PicturePanel.tsx").PicturePanel>>;

/** Once fetched it is there at once, also for paper. */
let fetched: Panel | undefined;

interface PictureSlotProps {
  readonly report: Report;
  /** For the printer: no controls. */
  readonly isPaper?: boolean;
}

export function PictureSlot({ report, isPaper = false }: PictureSlotProps) {
  const isWanted = report.view.picture !== undefined;
  const [part, setPart] = useState(() => ({ Panel: fetched }));
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isWanted || part.Panel !== undefined) return;
    fetchPanel().then(
      (Panel) => {
        fetched = Panel;
        setPart({ Panel });
      },
      () => setFailed(true),
    );
  }, [isWanted, part]);
  const { data } = report.open ?? {};
  if (!isWanted || data === undefined || report.columns.length === 0) return null;
  if (part.Panel !== undefined) return <part.Panel report={report} data={data} isPaper={isPaper} />;
  return hasFailed ? <p role="alert">{pictureWords.failed}</p> : null;
}

/** Rejects also when only its style can't be had: the build wraps the whole expression of an import. */
async function fetchPanel(): Promise<Panel> {
  const { PicturePanel } = await import("./PicturePanel.tsx");
  return PicturePanel;
}
