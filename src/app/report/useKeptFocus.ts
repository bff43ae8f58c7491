/**
 * A control that goes while it has the focus doesn't take it along: the nearest part of the page
 * around it that still has a control gives it to its first one; where neither bar, notices nor dialog
 * has any left, the rows get it. A control that only moved gets it back. What is watched are the parents
 * of what has the focus: rows that come and go cost nothing.
 */

import { type RefObject, useEffect } from "react";
import type { GridHandle } from "../../grid/gridProps.ts";

const CONTROLS = ':is(a,button,input,select,[role="grid"]):not([tabindex="-1"])';

export function useKeptFocus(grid: RefObject<GridHandle | null>): void {
  useEffect(() => {
    let focused: HTMLElement | undefined;
    const observer = new MutationObserver((changes) => {
      const loss = changes.find(({ removedNodes }) =>
        [...removedNodes].some((node) => node.contains(focused ?? null)),
      );
      if (loss === undefined || document.activeElement !== document.body) return;
      if (focused !== undefined && takesFocus(focused)) return;
      if (!handOn(loss.target)) grid.current?.focus();
    });
    const watch = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      focused = target;
      observer.disconnect();
      for (let parent = target.parentNode; parent !== null; parent = parent.parentNode) {
        observer.observe(parent, { childList: true });
      }
    };
    document.addEventListener("focusin", watch);
    return () => {
      document.removeEventListener("focusin", watch);
      observer.disconnect();
    };
  }, [grid]);
}

/** From a part of the screen outwards; the whole of it is no neighbourhood. */
function handOn(part: Node | null): boolean {
  if (!(part instanceof HTMLElement) || part.localName === "main") return false;
  const controls = [...part.querySelectorAll<HTMLElement>(CONTROLS)];
  return controls.some(takesFocus) || handOn(part.parentNode);
}

/** One that can't be used or seen doesn't. */
function takesFocus(control: HTMLElement): boolean {
  control.focus();
  return document.activeElement === control;
}
