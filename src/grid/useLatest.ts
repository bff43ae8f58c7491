/** The newest value for listeners that outlive a render, such as those of a drag. */

import { useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
