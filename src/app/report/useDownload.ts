/**
 * Saving the report's file as the server has it. One at a time; Stop ends it for real. Only a whole
 * file is handed to the browser: what failed is an error to read, never a file.
 */

import { useCallback, useEffect, useRef, useState } from "react";
import { type FileFormat, type ReportError, ReportFailure } from "../../model/reportError.ts";
import type { LinesOfFile } from "../../model/reportSource.ts";
import type { ReportId } from "../../model/reportId.ts";
import type { SaveProgress } from "../../worker/protocol.ts";
import { saveBlob } from "../saveBlob.ts";
import type { Services } from "../services.ts";

export type DownloadState =
  | { readonly phase: "connecting"; readonly format: FileFormat }
  | {
      readonly phase: "waiting";
      readonly format: FileFormat;
      readonly error: ReportError;
      /** By `performance.now()`. */
      readonly until: number;
      readonly attempt: number;
      readonly of: number;
    }
  | {
      readonly phase: "receiving";
      readonly format: FileFormat;
      readonly bytes: number;
      readonly totalBytes: number | undefined;
    }
  /** A CSV was saved: it may have broken off where nothing tells but its lines. */
  | { readonly phase: "saved"; readonly format: FileFormat; readonly lines: LinesOfFile }
  | { readonly phase: "failed"; readonly format: FileFormat; readonly error: ReportError };

export interface Download {
  readonly state: DownloadState | undefined;
  readonly start: (format: FileFormat) => void;
  readonly stop: () => void;
  readonly tryNow: () => void;
}

export function useDownload({ engine, keys }: Services, reportId: ReportId | undefined): Download {
  const [state, setState] = useState<DownloadState>();
  const running = useRef<AbortController>(undefined);
  const hurry = useRef(() => {});

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState(undefined);
  }, []);

  const start = useCallback(
    (format: FileFormat) => {
      const source = reportId === undefined ? undefined : keys.sourceOf(reportId);
      if (source === undefined) return;
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      const isCurrent = () => running.current === abort;
      setState({ phase: "connecting", format });
      engine
        .save(
          source,
          format,
          (progress, tryNow) => {
            hurry.current = tryNow;
            if (isCurrent()) setState(stateOf(format, progress));
          },
          abort.signal,
        )
        .then(
          (file) => {
            if (!isCurrent()) return;
            const { lines } = file;
            setState(lines && { phase: "saved", format, lines });
            saveBlob(file);
          },
          (error: unknown) => {
            if (!isCurrent() || !(error instanceof ReportFailure)) return;
            setState({ phase: "failed", format, error: error.error });
          },
        );
    },
    [engine, keys, reportId],
  );

  useEffect(() => () => running.current?.abort(), []);
  const tryNow = useCallback(() => hurry.current(), []);
  return { state, start, stop, tryNow };
}

function stateOf(format: FileFormat, progress: SaveProgress): DownloadState {
  if (progress.phase !== "waiting") return { ...progress, format };
  const { error, attempt, of, delayMs } = progress;
  return { phase: "waiting", format, error, attempt, of, until: performance.now() + delayMs };
}
