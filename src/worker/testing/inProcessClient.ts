/**
 * The client and the worker's side in one thread: what a test of the page needs to talk to a real
 * engine. Messages are copied and delivered later, as between threads.
 */

import { downloadFile } from "../../load/downloadFile.ts";
import { loadReport } from "../../load/loadReport.ts";
import { PATIENCE, type Patience } from "../../load/surroundings.ts";
import { createEngineClient, type EngineClient } from "../client.ts";
import type { WorkerLike } from "../connection.ts";
import type { FromWorker, RequestId, ToWorker } from "../protocol.ts";
import { createDispatcher } from "../tasks/dispatch.ts";
import { createHandlers, type Network } from "../tasks/handlers.ts";
import { createTurns, SLICE_MS } from "../tasks/turns.ts";

/** `origin`: where the report API answers. */
export function createInProcessClient(
  origin: string,
  patience: Partial<Patience> = {},
): EngineClient {
  const surroundings = {
    fetch,
    isOnline: () => true,
    origin,
    patience: { ...PATIENCE, ...patience },
  };
  return createEngineClient({
    createWorker: () =>
      new InProcessWorker({
        load: (options) => loadReport(options, surroundings),
        download: (options) => downloadFile(options, surroundings),
      }),
  });
}

/** Node runs a port's messages in one go, so turns are its own immediates here. */
const turns = createTurns(SLICE_MS, () => new Promise((resolve) => setImmediate(resolve)));

class InProcessWorker extends EventTarget implements WorkerLike {
  #alive = true;
  readonly #asked: RequestId[] = [];
  readonly #dispatch: (message: ToWorker) => void;

  constructor(network: Network) {
    super();
    this.#dispatch = createDispatcher(createHandlers(network, turns), (message) =>
      this.#say(message),
    );
    this.#say({ ready: true });
  }

  postMessage(message: ToWorker): void {
    const copy = structuredClone(message);
    if ("request" in message) this.#asked.push(message.id);
    setImmediate(() => {
      if (this.#alive) this.#dispatch(copy);
    });
  }

  /** Ends its downloads too, as the end of a thread does. */
  terminate(): void {
    this.#alive = false;
    for (const cancel of this.#asked) this.#dispatch({ cancel });
  }

  #say(message: FromWorker): void {
    const data = structuredClone(message);
    setImmediate(() => {
      if (this.#alive) this.dispatchEvent(new MessageEvent("message", { data }));
    });
  }
}
