/**
 * True once something has lasted for a while. Rows that come within a blink show no sign of having
 * been waited for; an animation on each sign would do the same, but costs a layer for each.
 */

import { useEffect, useState } from "react";

const WHILE_MS = 150;

export function useLate(lasts: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!lasts) return undefined;
    const timer = setTimeout(() => setLate(true), WHILE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [lasts]);
  return lasts && late;
}
