/** What can be done with one column. */

import type { ViewAction } from "../../model/changeView.ts";
import type { ColumnId } from "../../model/positions.ts";
import {
  canBeFilled,
  type Column,
  type ColumnKey,
  type CurrencySource,
} from "../../model/column.ts";
import { Menu, type MenuItem } from "../controls/Menu.tsx";
import type { GridColumn } from "../../grid/gridProps.ts";
import { columnWords } from "../../words/en/columns.ts";
import { kindWords } from "../../words/en/kinds.ts";
import { linesWords } from "../../words/en/lines.ts";
import { currencyText, reasonText } from "../kindText.ts";

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
  /** Its blank cells show the value above. */
  readonly isFilled: boolean;
  /** More than this column is shown. */
  readonly canHide: boolean;
  readonly onChange: (action: ViewAction) => void;
  readonly onFilter: (column: ColumnKey) => void;
  readonly onFit: (column: GridColumn) => void;
  readonly onFitAll: () => void;
  readonly onMove: (column: GridColumn, by: -1 | 1) => void;
  /** Columns on screen, from the left. */
  readonly shown: readonly ColumnId[];
  readonly onKind: (column: ColumnKey) => void;
  readonly onSelect: (column: GridColumn) => void;
  readonly onClose: () => void;
}

export function ColumnMenu(props: ColumnMenuProps) {
  const { column, anchor, onClose } = props;
  return (
    <Menu
      label={columnWords.menu(column.label)}
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
  const what =
    kind === "money" ? kindWords.moneyIn(currencyText(currency, columns)) : kindWords.names[kind];
  if (found === undefined) return kindWords.kind(what);
  const reason = reasonText(found, isSettled);
  const words =
    kind === found.kind
      ? kindWords.kindAs(what, reason)
      : kindWords.kindChosen(what, kindWords.names[found.kind], reason);
  return found.blanks > 0 && !canBeFilled(kind) ? `${words} ${linesWords.amountsStayBlank}` : words;
}

function itemsFor(props: ColumnMenuProps): readonly MenuItem[] {
  const {
    column,
    columns,
    found,
    isGroup,
    isFilled,
    canHide,
    onChange,
    onFilter,
    onFit,
    onKind,
    onSelect,
  } = props;
  const { key, sort, pinned } = column;
  const sortBy = (descending: boolean) =>
    onChange({ type: "setSort", sort: [{ column: key, descending }] });
  const pin = (side: "left" | "right") => onChange({ type: "pin", column: key, side });
  const keys = columns.map((one) => one.key);
  const items: MenuItem[] = [
    {
      label: columnWords.ascending,
      icon: "ascending",
      current: sort?.descending === false,
      onSelect: () => sortBy(false),
    },
    {
      label: columnWords.descending,
      icon: "descending",
      current: sort?.descending === true,
      onSelect: () => sortBy(true),
    },
  ];
  if (sort !== undefined) {
    items.push({
      label: columnWords.unsorted,
      onSelect: () => onChange({ type: "setSort", sort: [] }),
    });
  }
  items.push({
    label: columnWords.filter,
    icon: "filter",
    separated: true,
    onSelect: () => onFilter(key),
  });
  items.push(
    isGroup
      ? {
          label: columnWords.ungroup,
          icon: "group",
          onSelect: () => onChange({ type: "removeGroup", column: key }),
        }
      : {
          label: columnWords.group,
          icon: "group",
          onSelect: () => onChange({ type: "addGroup", column: key }),
        },
  );
  if (canBeFilled(column.kind) && (isFilled || (found?.blanks ?? 0) > 0)) {
    items.push({
      label: linesWords.fill,
      icon: "down",
      checked: isFilled,
      onSelect: () => onChange({ type: isFilled ? "unfill" : "fill", columns: [key] }),
    });
  }
  items.push({
    label: columnWords.kind,
    icon: "kind",
    isNoted: true,
    onSelect: () => onKind(key),
  });
  items.push({ label: columnWords.select, icon: "select", onSelect: () => onSelect(column) });
  if (canHide) {
    items.push({
      label: columnWords.hide,
      icon: "hide",
      separated: true,
      onSelect: () => onChange({ type: "hideColumn", column: key, columns: keys }),
    });
  }
  items.push({
    label: columnWords.fit,
    icon: "width",
    separated: !canHide,
    onSelect: () => onFit(column),
  });
  items.push({ label: columnWords.fitAll, icon: "width", onSelect: props.onFitAll });
  const at = props.shown.indexOf(column.id);
  if (at > 0 && !isGroup) {
    items.push({
      label: columnWords.moveLeft,
      icon: "left",
      separated: true,
      onSelect: () => props.onMove(column, -1),
    });
  }
  if (at < props.shown.length - 1 && !isGroup) {
    items.push({
      label: columnWords.moveRight,
      icon: "right",
      separated: at === 0,
      onSelect: () => props.onMove(column, 1),
    });
  }
  if (pinned !== "left") {
    items.push({ label: columnWords.pinLeft, icon: "pinLeft", onSelect: () => pin("left") });
  }
  if (pinned !== "right") {
    items.push({ label: columnWords.pinRight, icon: "pinRight", onSelect: () => pin("right") });
  }
  if (pinned !== undefined) {
    items.push({
      label: columnWords.unpin,
      onSelect: () => onChange({ type: "unpin", column: key }),
    });
  }
  return items;
}
