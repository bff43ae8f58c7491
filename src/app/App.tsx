/**
 * Which screen: the report when the address names one and there is a key for it, or a file that was
 * opened; the connect form otherwise. Opening a link only proposes; without a key nothing is sent,
 * and for a file nothing ever is.
 */

import { useCallback, useSyncExternalStore } from "react";
import type { ApiKey } from "../model/apiKey.ts";
import { useSpoken } from "../words/spoken.ts";
import { ConnectScreen } from "./connect/ConnectScreen.tsx";
import { ReportFailure } from "../model/reportError.ts";
import { FileDrop } from "./file/FileDrop.tsx";
import type { ApiReportRoute, OpenedReportRoute } from "./location.ts";
import type { ReportPart } from "./reportPart.ts";
import type { Services } from "./services.ts";
import { Starting } from "./Starting.tsx";
import { useStore } from "./useStore.ts";

interface AppProps {
  readonly services: Services;
  readonly part: ReportPart;
  /** What the host's configuration gets wrong. */
  readonly mistakes: readonly string[];
}

export function App({ services, part, mistakes }: AppProps) {
  const { config, keys, files, ledger, location, freshView, look } = services;
  // The whole page is drawn anew when another language is spoken.
  useSpoken();
  const route = useStore(location);
  const started = useStore(part);
  const hasKey = useSyncExternalStore(keys.subscribe, keys.isHeld);
  const hasFile = useStore(files) !== undefined;
  const isOpen = route.screen === "report" ? hasKey : route.screen === "file" && hasFile;

  function open(key: ApiKey | undefined, target: ApiReportRoute) {
    if (key !== undefined) {
      // A report of another key is closed first: forgetting does that.
      keys.forget();
      keys.hold(key);
    }
    // On its way before anything of its screen is drawn.
    part.open(target.reportId);
    location.push(target);
  }

  /** A view that a link proposed is applied to the file; beside an open report it starts anew. */
  const openFile = useCallback(
    (file: File) => {
      const now = location.getSnapshot();
      const proposed = now.screen === "connect" ? now.damaged : now;
      files.hold(file);
      part.need();
      const linked =
        isOpen || proposed === undefined ? { view: freshView(), fingerprint: undefined } : proposed;
      location.push({ ...linked, screen: "file" });
    },
    [files, location, part, isOpen, freshView],
  );

  function report(shown: OpenedReportRoute) {
    if (started instanceof ReportFailure) throw started;
    if (started === undefined) return <Starting hasKey={hasKey} onForget={keys.forget} />;
    return <started.Report route={shown} />;
  }

  return (
    <>
      {isOpen && route.screen !== "connect" ? (
        report(route)
      ) : (
        <ConnectScreen
          offered={route}
          product={config.product}
          mistakes={mistakes}
          hasSamples={config.samples}
          hasKey={hasKey}
          ledger={ledger}
          freshView={freshView}
          onLanguage={(language) => look.choose({ language })}
          onOpen={open}
          onFile={openFile}
        />
      )}
      <FileDrop onFile={openFile} />
    </>
  );
}
