/** What can be done with one column. The grid opens it and gets the focus back from it. */

import type { ViewAction } from "../../model/changeView.ts";
import type { Column, ColumnKey, CurrencySource } from "../../model/column.ts";
import { Menu, type MenuItem } from "../controls/Menu.tsx";
import type { GridColumn } from "../../grid/gridProps.ts";
import { inSentence } from "../inSentence.ts";
import { currencyWords, reasonWords } from "../kindWords.ts";

interface ColumnMenuProps {
  readonly column: GridColumn;
  readonly columns: readonly Column[];
  /** The column as found, before any choice of its kind. */
  readonly found: Column | undefined;
  /** Of the amounts of a money column. */
  readonly currency: CurrencySource | undefined;
  /** All rows are here: kinds don't change any more. */
  readonly isSettled: boolean;
  readonly anchor: HTMLElement;
  /** Rows are grouped by it. */
  readonly isGroup: boolean;
  /** More than this column is shown. */
  readonly canHide: boolean;
  readonly onChange: (action: ViewAction) => void;
  readonly onFilter: (column: ColumnKey) => void;
  readonly onFit: (column: GridColumn) => void;
  readonly onKind: (column: ColumnKey) => void;
  readonly onSelect: (column: GridColumn) => void;
  readonly onClose: () => void;
}

export function ColumnMenu(props: ColumnMenuProps) {
  const { column, anchor, onClose } = props;
  return (
    <Menu
      label={`Column menu: ${column.label}`}
      anchor={anchor}
      items={itemsFor(props)}
      note={noteFor(props)}
      onClose={onClose}
    />
  );
}

/** The kind, its currency, and why it is so. */
function noteFor({ column, columns, found, currency, isSettled }: ColumnMenuProps): string {
  const { kind } = column;
  const what = kind === "money" ? `money, ${inSentence(currencyWords(currency, columns))}` : kind;
  if (found === undefined) return what;
  const reason = reasonWords(found, isSettled);
  return kind === found.kind
    ? `Kind: ${what}. ${reason}.`
    : `Kind: ${what}, chosen. Found: ${found.kind}, as ${reason}.`;
}

function itemsFor(props: ColumnMenuProps): readonly MenuItem[] {
  const { column, columns, isGroup, canHide, onChange, onFilter, onFit, onKind, onSelect } = props;
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
  items.push(
    isGroup
      ? {
          label: "Do not group by this column",
          icon: "group",
          onSelect: () => onChange({ type: "removeGroup", column: key }),
        }
      : {
          label: "Group by this column",
          icon: "group",
          onSelect: () => onChange({ type: "addGroup", column: key }),
        },
  );
  items.push({ label: "Kind…", icon: "kind", onSelect: () => onKind(key) });
  items.push({ label: "Select column", icon: "select", onSelect: () => onSelect(column) });
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
