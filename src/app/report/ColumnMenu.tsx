/** What can be done with one column. The grid opens it and gets the focus back from it. */

import type { ViewAction } from "../../model/changeView.ts";
import type { Column, ColumnKey } from "../../model/column.ts";
import { Menu, type MenuItem } from "../controls/Menu.tsx";
import type { GridColumn } from "../../grid/gridProps.ts";

interface ColumnMenuProps {
  readonly column: GridColumn;
  readonly columns: readonly Column[];
  readonly anchor: HTMLElement;
  /** More than this column is shown. */
  readonly canHide: boolean;
  readonly onChange: (action: ViewAction) => void;
  readonly onFilter: (column: ColumnKey) => void;
  readonly onFit: (column: GridColumn) => void;
  readonly onClose: () => void;
}

export function ColumnMenu(props: ColumnMenuProps) {
  const { column, anchor, onClose } = props;
  return (
    <Menu
      label={`Column menu: ${column.label}`}
      anchor={anchor}
      items={itemsFor(props)}
      onClose={onClose}
    />
  );
}

function itemsFor(props: ColumnMenuProps): readonly MenuItem[] {
  const { column, columns, canHide, onChange, onFilter, onFit } = props;
  const { key, sort, pinned } = column;
  const sortBy = (descending: boolean) =>
    onChange({ type: "setSort", sort: [{ column: key, descending }] });
  const pin = (side: "left" | "right") => onChange({ type: "pin", column: key, side });
  const keys = columns.map((one) => one.key);
  const items: MenuItem[] = [
    {
      label: "Sort ascending",
      icon: "ascending",
      current: sort?.descending === false,
      onSelect: () => sortBy(false),
    },
    {
      label: "Sort descending",
      icon: "descending",
      current: sort?.descending === true,
      onSelect: () => sortBy(true),
    },
  ];
  if (sort !== undefined) {
    items.push({ label: "Do not sort", onSelect: () => onChange({ type: "setSort", sort: [] }) });
  }
  items.push({
    label: "Filter…",
    icon: "filter",
    separated: true,
    onSelect: () => onFilter(key),
  });
  if (canHide) {
    items.push({
      label: "Hide column",
      icon: "hide",
      separated: true,
      onSelect: () => onChange({ type: "hideColumn", column: key, columns: keys }),
    });
  }
  items.push({
    label: "Fit width",
    icon: "width",
    separated: !canHide,
    onSelect: () => onFit(column),
  });
  if (pinned !== "left") {
    items.push({ label: "Pin left", icon: "pinLeft", onSelect: () => pin("left") });
  }
  if (pinned !== "right") {
    items.push({ label: "Pin right", icon: "pinRight", onSelect: () => pin("right") });
  }
  if (pinned !== undefined) {
    items.push({ label: "Unpin", onSelect: () => onChange({ type: "unpin", column: key }) });
  }
  return items;
}
