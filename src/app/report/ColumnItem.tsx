/**
 * One column in the column panel: whether it is shown, where it stands (dragged by its grip, moved by
 * buttons) and whether it stays in sight at an edge.
 */

import { type PointerEvent, useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import type { Column } from "../../model/column.ts";
import { columnWords } from "../../words/en/columns.ts";
import { kindWords } from "../../words/en/kinds.ts";
import { Icon } from "../controls/Icon.tsx";
import { Menu } from "../controls/Menu.tsx";
import styles from "./ColumnItem.module.css";

interface ColumnItemProps {
  readonly column: Column;
  readonly isShown: boolean;
  /** The last one stays: a table without columns shows nothing. */
  readonly isLast: boolean;
  /** A column that rows are grouped by has its place from that. */
  readonly isFixed: boolean;
  readonly pinned: "left" | "right" | undefined;
  readonly canMove: (by: -1 | 1) => boolean;
  /** Where a dragged column would go. */
  readonly drop: "before" | "after" | undefined;
  readonly isDragged: boolean;
  readonly onTick: (isShown: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onGrip: (event: PointerEvent<HTMLElement>) => void;
  readonly onChange: (action: ViewAction) => void;
}

export function ColumnItem(props: ColumnItemProps) {
  const { column, isShown, isLast, isFixed, pinned, canMove, drop, isDragged } = props;
  const { key, label, kind } = column;
  return (
    <li className={styles.item} data-drop={drop} data-dragged={isDragged || undefined}>
      <span
        className={styles.grip}
        data-grip={isShown && !isFixed ? "" : undefined}
        aria-hidden="true"
        onPointerDown={isShown && !isFixed ? props.onGrip : undefined}
      />
      <label className={styles.column}>
        <input
          type="checkbox"
          checked={isShown}
          disabled={isShown && isLast}
          onChange={(event) => props.onTick(event.target.checked)}
        />
        <span className={styles.label}>{label}</span>
        <span className={styles.kind}>{kindWords.names[kind]}</span>
      </label>
      <PinButton
        label={label}
        pinned={pinned}
        isHidden={!isShown || isFixed}
        onPin={(side) => props.onChange({ type: "pin", column: key, side })}
        onUnpin={() => props.onChange({ type: "unpin", column: key })}
      />
      {([-1, 1] as const).map((by) => (
        <button
          key={by}
          type="button"
          className={styles.button}
          aria-label={by < 0 ? columnWords.moveUp(label) : columnWords.moveDown(label)}
          // Stays focusable: at the end of its way the focus is not lost.
          aria-disabled={!canMove(by)}
          onClick={() => canMove(by) && props.onMove(by)}
        >
          <Icon name={by < 0 ? "up" : "down"} />
        </button>
      ))}
    </li>
  );
}

interface PinButtonProps {
  readonly label: string;
  readonly pinned: ColumnItemProps["pinned"];
  readonly isHidden: boolean;
  readonly onPin: (side: "left" | "right") => void;
  readonly onUnpin: () => void;
}

function PinButton({ label, pinned, isHidden, onPin, onUnpin }: PinButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const name = pinned === undefined ? columnWords.pin(label) : columnWords.pinned[pinned](label);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        data-pinned={pinned}
        disabled={isHidden}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name={pinned === "right" ? "pinRight" : "pinLeft"} />
      </button>
      {anchor !== undefined && (
        <Menu
          label={name}
          anchor={anchor}
          items={[
            {
              label: columnWords.pinLeft,
              icon: "pinLeft",
              current: pinned === "left",
              onSelect: () => onPin("left"),
            },
            {
              label: columnWords.pinRight,
              icon: "pinRight",
              current: pinned === "right",
              onSelect: () => onPin("right"),
            },
            ...(pinned === undefined ? [] : [{ label: columnWords.unpin, onSelect: onUnpin }]),
          ]}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  );
}
