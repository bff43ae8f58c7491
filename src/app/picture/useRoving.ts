/** One stop for the Tab key in a list of buttons; arrows, Home and End go from one to the next. */

import { type FocusEvent, type KeyboardEvent, useState } from "react";

export function useRoving(count: number) {
  const [stop, setStop] = useState(0);
  const props = {
    onFocus: ({ currentTarget, target }: FocusEvent<HTMLElement>) =>
      setStop(Math.max(0, buttons(currentTarget).indexOf(target as HTMLButtonElement))),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const next = {
        ArrowDown: stop + 1,
        ArrowRight: stop + 1,
        ArrowUp: stop - 1,
        ArrowLeft: stop - 1,
        Home: 0,
        End: buttons(event.currentTarget).length - 1,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      buttons(event.currentTarget)[next]?.focus();
    },
  };
  return [Math.min(stop, Math.max(0, count - 1)), props] as const;
}

function buttons(list: Element): readonly HTMLButtonElement[] {
  return [...list.querySelectorAll("button")];
}
