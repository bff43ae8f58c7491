/** The engine for components deep in a dialog, so that it need not pass through all above them. */

import { createContext, use } from "react";
import type { EngineClient } from "../../worker/client.ts";

export const EngineContext = createContext<EngineClient | undefined>(undefined);

export function useEngine(): EngineClient {
  const engine = use(EngineContext);
  if (engine === undefined) throw new Error("no engine above this component");
  return engine;
}
