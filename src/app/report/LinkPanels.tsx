/** What opens about the view as a link: sharing and keeping it, and the proof of its data. */

import type { ColumnKey } from "../../model/column.ts";
import { ownView } from "../lines/seenReport.ts";
import type { ReportRoute } from "../location.ts";
import { ApplyElsewhereDialog } from "../views/ApplyElsewhereDialog.tsx";
import { SavedViewsDialog } from "../views/SavedViewsDialog.tsx";
import type { ViewShelf } from "../views/viewShelf.ts";
import { FingerprintDialog } from "./FingerprintDialog.tsx";
import type { Panel } from "./panel.ts";
import { ShareDialog } from "./ShareDialog.tsx";
import type { Report } from "./useReport.ts";

export interface LinkSurroundings {
  readonly route: ReportRoute;
  readonly shelf: ViewShelf;
  readonly labelOf: (column: ColumnKey) => string;
  readonly onRoute: (route: ReportRoute) => void;
}

interface LinkPanelsProps extends LinkSurroundings {
  readonly panel: Extract<
    Panel,
    { readonly kind: "share" | "views" | "applyElsewhere" | "fingerprint" }
  >;
  readonly report: Report;
  readonly onClose: () => void;
}

export function LinkPanels(props: LinkPanelsProps) {
  const { panel, report, route, shelf, labelOf, onRoute, onClose } = props;
  const { open, columns, view } = report;
  switch (panel.kind) {
    case "share":
      return (
        <ShareDialog
          route={route}
          open={open}
          table={report.sent}
          columnCount={columns.length}
          labelOf={labelOf}
          hasFolds={(report.plan.query.groups?.folds.except.length ?? 0) > 0}
          onClose={onClose}
        />
      );
    case "views":
      return (
        <SavedViewsDialog
          shelf={shelf}
          view={view}
          onApply={(saved) => {
            onClose();
            onRoute({ ...route, view: ownView(saved, route) });
          }}
          onClose={onClose}
        />
      );
    case "applyElsewhere":
      return (
        <ApplyElsewhereDialog
          onOpen={(reportId) => {
            onClose();
            onRoute({ screen: "report", reportId, view, fingerprint: undefined });
          }}
          onClose={onClose}
        />
      );
    case "fingerprint":
      return open?.data?.table.fingerprint === undefined ? null : (
        <FingerprintDialog
          fingerprint={open.data.table.fingerprint}
          rowCount={open.data.table.rowCount}
          onClose={onClose}
        />
      );
  }
}
