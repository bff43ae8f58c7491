/**
 * Which screen: the report when the address names one and there is a key for it, the connect form
 * otherwise. Opening a link only proposes; without a key nothing is sent.
 */

import { type ComponentType, Suspense, useSyncExternalStore } from "react";
import type { ApiKey } from "../model/apiKey.ts";
import { ConnectScreen } from "./connect/ConnectScreen.tsx";
import type { OpenedReportRoute, ReportRoute } from "./location.ts";
import type { Services } from "./services.ts";
import { Starting } from "./Starting.tsx";
import { useStore } from "./useStore.ts";

interface AppProps {
  readonly services: Services;
  readonly Report: ComponentType<{ readonly route: OpenedReportRoute }>;
}

export function App({ services, Report }: AppProps) {
  const { config, keys, location } = services;
  const route = useStore(location);
  const hasKey = useSyncExternalStore(keys.subscribe, keys.isHeld);

  function open(key: ApiKey | undefined, target: ReportRoute) {
    if (key !== undefined) {
      // A report of another key is closed first: forgetting does that.
      keys.forget();
      keys.hold(key);
    }
    location.push(target);
  }

  if (route.screen === "report" && hasKey) {
    return (
      <Suspense fallback={<Starting />}>
        <Report route={route} />
      </Suspense>
    );
  }
  return (
    <ConnectScreen
      offered={route.screen === "report" ? route : undefined}
      notUnderstood={route.notUnderstood}
      hasSamples={config.samples}
      hasKey={hasKey}
      onOpen={open}
    />
  );
}
