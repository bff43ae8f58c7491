/**
 * Which screen: the report when the address names one and there is a key for it, the connect form
 * otherwise. Opening a link only proposes; without a key nothing is sent.
 */

import { useSyncExternalStore } from "react";
import type { ApiKey } from "../model/apiKey.ts";
import { ConnectScreen } from "./connect/ConnectScreen.tsx";
import { ReportFailure } from "../model/reportError.ts";
import type { ReportRoute } from "./location.ts";
import type { ReportPart } from "./reportPart.ts";
import type { Services } from "./services.ts";
import { Starting } from "./Starting.tsx";
import { useStore } from "./useStore.ts";

interface AppProps {
  readonly services: Services;
  readonly part: ReportPart;
}

export function App({ services, part }: AppProps) {
  const { config, keys, ledger, location } = services;
  const route = useStore(location);
  const started = useStore(part);
  const hasKey = useSyncExternalStore(keys.subscribe, keys.isHeld);

  function open(key: ApiKey | undefined, target: ReportRoute) {
    if (key !== undefined) {
      // A report of another key is closed first: forgetting does that.
      keys.forget();
      keys.hold(key);
    }
    // On its way before anything of its screen is drawn.
    part.open(target.reportId);
    location.push(target);
  }

  if (route.screen === "report" && hasKey) {
    if (started instanceof ReportFailure) throw started;
    return started === undefined ? <Starting /> : <started.Report route={route} />;
  }
  return (
    <ConnectScreen
      offered={route.screen === "report" ? route : undefined}
      notUnderstood={route.notUnderstood}
      hasSamples={config.samples}
      hasKey={hasKey}
      ledger={ledger}
      onOpen={open}
    />
  );
}
