/** Ctrl+P, or Command+P, prints the view instead of the rows that happen to be on the screen. */

import { useEffect } from "react";

/** Undefined while something else is open: the browser then prints what it sees. */
export function usePrintKey(print: (() => void) | undefined): void {
  useEffect(() => {
    if (print === undefined) return undefined;
    const listen = (event: KeyboardEvent) => {
      const isPrint = event.key.toLowerCase() === "p" && (event.ctrlKey || event.metaKey);
      if (!isPrint || event.shiftKey || event.altKey) return;
      event.preventDefault();
      print();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [print]);
}
