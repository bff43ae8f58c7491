/** What opens on the way to a file of the view: the menu, how CSV is written, one file per client. */

import type { ColumnId } from "../../model/positions.ts";
import { savingWords } from "../../words/en/saving.ts";
import { CsvFormDialog } from "../saving/CsvFormDialog.tsx";
import { ExportMenu } from "../saving/ExportMenu.tsx";
import { extentWords } from "../saving/exportWords.ts";
import { SplitDialog } from "../saving/SplitDialog.tsx";
import type { Export } from "../saving/useExport.ts";
import type { Panel } from "./panel.ts";
import type { Report } from "./useReport.ts";

interface ExportPanelsProps {
  readonly panel: Extract<Panel, { readonly kind: "exportMenu" | "csvForm" | "split" }>;
  readonly report: Report;
  readonly making: Export;
  /** The column of the active cell. */
  readonly active: ColumnId | undefined;
  readonly onPanel: (panel: Panel | undefined) => void;
  readonly onClose: () => void;
}

export function ExportPanels({
  panel,
  report,
  making,
  active,
  onPanel,
  onClose,
}: ExportPanelsProps) {
  const { shown, plan, isShown, soFar } = report;
  switch (panel.kind) {
    case "exportMenu": {
      const extent = extentWords(shown.rowCount, plan.shown.length);
      return (
        <ExportMenu
          anchor={panel.anchor}
          extent={
            isShown
              ? soFar
                ? savingWords.extentSoFar(extent)
                : extent
              : savingWords.split.counting
          }
          onExport={(format) => making.start({ format })}
          onSplit={() => onPanel({ kind: "split" })}
          onForm={() => onPanel({ kind: "csvForm" })}
          onClose={onClose}
        />
      );
    }
    case "csvForm":
      return (
        <CsvFormDialog
          form={making.form}
          onExport={(form) => {
            onClose();
            making.start({ format: "csv" }, form);
          }}
          onClose={onClose}
        />
      );
    case "split":
      return (
        <SplitDialog
          report={report}
          active={active}
          onExport={(order) => {
            onClose();
            making.start(order);
          }}
          onClose={onClose}
        />
      );
  }
}
