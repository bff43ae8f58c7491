/**
 * A menu of actions beside the control that opened it, by the ARIA menu pattern: arrows, Home, End
 * and first letters move, Enter or a click chooses, Escape and Tab leave. Whatever ends it, the
 * focus goes back to where it was: a key may open the menu of a control that doesn't have it.
 */

import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./Menu.module.css";

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  /** Already so: shown with a tick, heard as the current one. */
  readonly current?: boolean;
  /** A switch: on or off, with a tick when it is on. */
  readonly checked?: boolean;
  /** Begins a new group, under a hairline. */
  readonly separated?: boolean;
  /** What the menu's note is about: it is heard with it, too. */
  readonly isNoted?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly items: readonly MenuItem[];
  /** Words above the actions. */
  readonly note?: ReactNode;
  readonly onClose: () => void;
}

export function Menu({ label, anchor, items, note, onClose }: MenuProps) {
  const [opener] = useState(() => focusedElement() ?? anchor);
  const menu = useRef<HTMLDivElement>(null);
  const noteId = useId();
  const described = note === undefined ? undefined : noteId;

  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return undefined;
    const place = () => placeBeside(element, anchor);
    place();
    // A note above the first action stays in sight.
    itemsOf(element)[0]?.focus({ preventScroll: true });
    window.addEventListener("resize", place);
    return () => window.removeEventListener("resize", place);
  }, [anchor]);

  useEffect(() => {
    const leave = (event: Event) => {
      const inside = event.target instanceof Node && menu.current?.contains(event.target) === true;
      if (!inside) onClose();
    };
    document.addEventListener("pointerdown", leave, true);
    return () => document.removeEventListener("pointerdown", leave, true);
  }, [onClose]);

  function close() {
    opener.focus();
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close();
      return;
    }
    const all = menu.current === null ? [] : itemsOf(menu.current);
    const next = itemToFocus(event.key, all);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return createPortal(
    <div ref={menu} className={styles.menu} onKeyDown={onKeyDown} role="presentation">
      {note !== undefined && (
        <div id={noteId} className={styles.note}>
          {note}
        </div>
      )}
      <div role="menu" aria-label={label} aria-describedby={described}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role={item.checked === undefined ? "menuitem" : "menuitemcheckbox"}
            aria-checked={item.checked}
            aria-current={item.current}
            aria-describedby={item.isNoted === true ? described : undefined}
            tabIndex={-1}
            className={item.separated === true ? styles.separated : styles.item}
            onClick={() => {
              close();
              item.onSelect();
            }}
          >
            <span className={styles.icon}>
              {item.icon !== undefined && <Icon name={item.icon} />}
            </span>
            {item.label}
            {(item.current === true || item.checked === true) && (
              <span className={styles.current}>
                <Icon name="check" />
              </span>
            )}
          </button>
        ))}
      </div>
    </div>,
    anchor.closest("dialog") ?? anchor.closest("main") ?? document.body,
  );
}

/** Not every browser focuses a button that is clicked. */
function focusedElement(): HTMLElement | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : undefined;
}

function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

function itemToFocus(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = items.findIndex((item) => item === document.activeElement);
  switch (key) {
    case "ArrowDown":
      return items[(at + 1) % items.length];
    case "ArrowUp":
      return items.at(at <= 0 ? -1 : at - 1);
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
    default:
      return key.length === 1 && key !== " " ? itemByLetter(key, items, at) : undefined;
  }
}

function itemByLetter(
  letter: string,
  items: readonly HTMLElement[],
  after: number,
): HTMLElement | undefined {
  const inTurn = [...items.slice(after + 1), ...items.slice(0, after + 1)];
  return inTurn.find((item) => item.textContent.toLowerCase().startsWith(letter.toLowerCase()));
}

/**
 * Below the anchor, from its left edge, or above it; moved in when it would leave the window, over the
 * anchor where neither side has room.
 */
function placeBeside(menu: HTMLElement, anchor: HTMLElement): void {
  const gap = 4;
  const margin = 8;
  const beside = anchor.getBoundingClientRect();
  const left = Math.min(beside.left, window.innerWidth - menu.offsetWidth - margin);
  const below = beside.bottom + gap;
  const above = beside.top - gap - menu.offsetHeight;
  const lowest = Math.max(margin, window.innerHeight - menu.offsetHeight - margin);
  const top = below <= lowest ? below : above >= margin ? above : lowest;
  menu.style.left = `${Math.max(margin, left)}px`;
  menu.style.top = `${top}px`;
}
