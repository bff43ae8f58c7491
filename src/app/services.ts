/**
 * What the app is made of beside React: made once, handed down as one object. Nothing here is
 * state of a component; what changes is read through `useSyncExternalStore`.
 */

import { createLocationStore, type LocationStore } from "../link/historyBinding.ts";
import { DEFAULT_VIEW, type ViewState } from "../model/viewState.ts";
import { createEngineClient, type EngineClient } from "../worker/client.ts";
import type { HostConfig } from "./config.ts";
import { createFileHolder, type FileHolder } from "./file/fileHolder.ts";
import type { LookStore } from "./look/lookStore.ts";
import { readerOrder } from "./look/readerOrder.ts";
import { createKeyHolder, type KeyHolder } from "./keyHolder.ts";
import type { RequestLedger } from "./requestLedger.ts";

export interface Services {
  readonly config: HostConfig;
  readonly engine: EngineClient;
  readonly keys: KeyHolder;
  readonly files: FileHolder;
  readonly location: LocationStore;
  readonly look: LookStore;
  readonly ledger: RequestLedger;
  /** Of a report that no link says anything of. */
  readonly freshView: () => ViewState;
}

export function createServices(
  config: HostConfig,
  ledger: RequestLedger,
  look: LookStore,
): Services {
  return {
    config,
    engine: createEngineClient({ onSent: ledger.note }),
    keys: createKeyHolder(config.api),
    files: createFileHolder(),
    location: createLocationStore(window),
    look,
    ledger,
    freshView: () => ({
      ...DEFAULT_VIEW,
      collation: readerOrder(look.getSnapshot(), config.locale, navigator.language),
    }),
  };
}
