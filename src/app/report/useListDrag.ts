/**
 * A line of a list dragged by its grip to another place: by mouse, pen or finger (the grip takes no
 * part in scrolling). Says between which lines it would stand; near an edge the list scrolls. Escape
 * gives up and closes nothing else.
 */

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useLatest } from "../../grid/useLatest.ts";

interface ListDrag {
  /** The line that is dragged and the one it would stand before; the count of lines for the end. */
  readonly dragged: { readonly line: number; readonly place: number } | undefined;
  readonly startDrag: (line: number, event: PointerEvent<HTMLElement>) => void;
}

const NEAR = 28;
const STEP_MS = 16;
const STEP_PX = 8;

export function useListDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (line: number, place: number) => void,
): ListDrag {
  const [dragged, setDragged] = useState<ListDrag["dragged"]>();
  const drop = useLatest(onDrop);
  const giveUp = useRef<() => void>(undefined);
  useEffect(() => () => giveUp.current?.(), []);

  const startDrag = (line: number, down: PointerEvent<HTMLElement>) => {
    const element = list.current;
    if (element === null || down.button !== 0) return;
    giveUp.current?.();
    down.preventDefault();
    down.currentTarget.setPointerCapture(down.pointerId);
    const ends = new AbortController();
    const options = { signal: ends.signal };
    let { clientY } = down;
    let place = line;
    const follow = () => {
      const { top, bottom } = element.getBoundingClientRect();
      if (clientY < top + NEAR) element.scrollBy(0, -STEP_PX);
      else if (clientY > bottom - NEAR) element.scrollBy(0, STEP_PX);
      const lines = [...element.children];
      const next = lines.findIndex((one) => {
        const box = one.getBoundingClientRect();
        return clientY < box.top + box.height / 2;
      });
      place = next < 0 ? lines.length : next;
      setDragged((old) => (old?.place === place && old.line === line ? old : { line, place }));
    };
    const timer = setInterval(follow, STEP_MS);
    const stop = () => {
      clearInterval(timer);
      ends.abort();
      setDragged(undefined);
    };
    giveUp.current = stop;
    follow();
    document.addEventListener("pointermove", (move) => ({ clientY } = move), options);
    document.addEventListener(
      "pointerup",
      (up) => {
        ({ clientY } = up);
        follow();
        stop();
        drop.current(line, place);
      },
      options,
    );
    document.addEventListener("pointercancel", stop, options);
    document.addEventListener(
      "keydown",
      (key) => {
        if (key.key !== "Escape") return;
        key.preventDefault();
        key.stopPropagation();
        stop();
      },
      { ...options, capture: true },
    );
  };
  return { dragged, startDrag };
}
