/** The line at the edge where a dragged column would go, as high as the grid. */

import { type RefObject, useLayoutEffect, useRef } from "react";

import styles from "./Grid.module.css";

interface DropMarkProps {
  readonly grid: RefObject<HTMLElement | null>;
  /** In pixels from the grid's left edge. */
  readonly x: number;
}

export function DropMark({ grid, x }: DropMarkProps) {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = grid.current?.getBoundingClientRect();
    if (line.current === null || box === undefined) return;
    const { style } = line.current;
    style.left = `${box.left + x}px`;
    style.top = `${box.top}px`;
    style.height = `${box.height}px`;
  }, [grid, x]);
  return <div ref={line} aria-hidden="true" data-drop="" className={styles.drop} />;
}
