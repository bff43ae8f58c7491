/** What opens about columns: the menu of one, how its values are read, which ones are on screen. */

import type { GridColumn } from "../../grid/gridProps.ts";
import { ColumnMenu } from "./ColumnMenu.tsx";
import { ColumnsDialog } from "./ColumnsDialog.tsx";
import { KindDialog } from "./KindDialog.tsx";
import { type Panel, panelForColumn } from "./panel.ts";
import type { GridCommands } from "./useGridCommands.ts";
import type { Report } from "./useReport.ts";

/** What is done with columns besides changing the view. */
export interface ColumnActions {
  readonly onFit: (column: GridColumn) => void;
  readonly onFitAll: () => void;
  readonly onMoveColumn: GridCommands["moveColumn"];
  readonly onSelectColumn: (column: GridColumn) => void;
}

interface ColumnPanelsProps extends ColumnActions {
  readonly panel: Extract<Panel, { readonly kind: "columnMenu" | "columnKind" | "columns" }>;
  readonly report: Report;
  readonly onPanel: (panel: Panel | undefined) => void;
  readonly onClose: () => void;
}

export function ColumnPanels(props: ColumnPanelsProps) {
  const { panel, report, onPanel, onFit, onFitAll, onMoveColumn, onSelectColumn, onClose } = props;
  const { open, columns, found, view, plan, change } = report;
  const isSettled = open?.data?.table.sealed === true;
  switch (panel.kind) {
    case "columnMenu":
      return (
        <ColumnMenu
          column={panel.column}
          columns={columns}
          found={found[panel.column.id]}
          currency={plan.currencies.get(panel.column.id) ?? found[panel.column.id]?.currency}
          isSettled={isSettled}
          anchor={panel.anchor}
          isGroup={view.grouping?.columns.includes(panel.column.key) === true}
          isFilled={plan.filled.includes(panel.column.id)}
          canHide={plan.shown.length > 1}
          onChange={change}
          onFilter={(column) => onPanel(panelForColumn(column))}
          onFit={onFit}
          onFitAll={onFitAll}
          onMove={onMoveColumn}
          shown={plan.shown}
          onKind={(column) => onPanel({ kind: "columnKind", column })}
          onSelect={onSelectColumn}
          onClose={onClose}
        />
      );
    case "columnKind": {
      const column = found.find((one) => one.key === panel.column);
      return column === undefined ? null : (
        <KindDialog
          found={column}
          columns={columns}
          view={view}
          isSettled={isSettled}
          onChange={change}
          onClose={onClose}
        />
      );
    }
    case "columns":
      return (
        <ColumnsDialog
          columns={columns}
          shown={plan.shown}
          groupCount={plan.query.groups?.levels.length ?? 0}
          pinned={plan.pinned}
          onChange={change}
          onFitAll={onFitAll}
          onMove={onMoveColumn}
          onClose={onClose}
        />
      );
  }
}
