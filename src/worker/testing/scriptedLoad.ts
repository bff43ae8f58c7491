/**
 * A download whose body a test writes: each piece goes through the real reader of reports, so rows
 * reach the dataset just as they do from a network.
 */

import type { LoadOptions } from "../../load/loadReport.ts";
import { ReportTokenizer } from "../../load/tokenizer.ts";
import { Cancelled } from "../../model/turn.ts";
import type { Load } from "../tasks/openReport.ts";

export interface ScriptedLoad {
  readonly load: Load;
  readonly options: () => LoadOptions;
  send(piece: string): void;
  end(): void;
  fail(cause: Error): void;
}

export function scriptLoad(): ScriptedLoad {
  let running: { readonly options: LoadOptions; readonly tokenizer: ReportTokenizer } | undefined;
  let settle: { end(bytes: number): void; fail(cause: Error): void } | undefined;
  let bytes = 0;
  const started = (): NonNullable<typeof running> => {
    if (running === undefined) throw new Error("nothing is being loaded");
    return running;
  };
  return {
    load: (options) =>
      new Promise((resolve, reject) => {
        const tokenizer = new ReportTokenizer(options.sink);
        running = { options, tokenizer };
        settle = {
          end: (bytes) => resolve({ bytes, rows: tokenizer.rows }),
          fail: reject,
        };
        options.onTry?.();
        options.signal.addEventListener("abort", () => reject(new Cancelled()));
      }),
    options: () => started().options,
    send: (piece) => {
      const { options, tokenizer } = started();
      const chunk = new TextEncoder().encode(piece);
      tokenizer.push(chunk);
      bytes += chunk.length;
      options.onProgress?.({ bytes, totalBytes: undefined });
    },
    end: () => {
      started().tokenizer.end();
      settle?.end(bytes);
    },
    fail: (cause) => settle?.fail(cause),
  };
}
