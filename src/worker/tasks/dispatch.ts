/**
 * The worker's front desk: starts a task for each request, passes on cancel, "try now" and close,
 * and sees to it that each request ends with exactly one answer, whatever its work throws. Work
 * that was cancelled never answers with an error.
 */

import { Cancelled } from "../../model/turn.ts";
import type {
  DatasetId,
  EngineProgress,
  EngineRequest,
  EngineResults,
  FromWorker,
  RequestId,
  RequestOf,
  RequestType,
  ToWorker,
} from "../protocol.ts";
import { errorOf } from "./errorOf.ts";

/** What the work of a request may use. */
export interface Task<Type extends RequestType> {
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  readonly progress: (note: EngineProgress[Type]) => void;
  /** Calls back for each "try now" of the person; one listener at a time. */
  readonly onTryNow: (listener: () => void) => void;
}

export type Handlers = {
  readonly [Type in RequestType]: (
    request: RequestOf<Type>,
    task: Task<Type>,
  ) => Promise<EngineResults[Type]>;
} & {
  /** The dataset's tasks are aborted already. */
  close(dataset: DatasetId): void;
};

interface Running {
  readonly dataset: DatasetId | undefined;
  readonly controller: AbortController;
  tryNow: () => void;
}

/** Takes in what the page says. Never throws. */
export function createDispatcher(
  handlers: Handlers,
  post: (message: FromWorker) => void,
): (message: ToWorker) => void {
  const running = new Map<RequestId, Running>();

  async function run<Type extends RequestType>(
    id: RequestId,
    dataset: DatasetId | undefined,
    work: (task: Task<Type>) => Promise<EngineResults[Type]>,
  ): Promise<void> {
    const controller = new AbortController();
    const entry: Running = { dataset, controller, tryNow: () => undefined };
    running.set(id, entry);
    const task: Task<Type> = {
      signal: controller.signal,
      progress: (note) => {
        if (running.get(id) === entry) post({ id, progress: note });
      },
      onTryNow: (listener) => {
        entry.tryNow = listener;
      },
    };
    let ending: FromWorker;
    try {
      ending = { id, done: await work(task) };
    } catch (cause) {
      ending =
        controller.signal.aborted || cause instanceof Cancelled
          ? { id, cancelled: true }
          : { id, failed: errorOf(cause) };
    }
    running.delete(id);
    try {
      post(ending);
    } catch (cause) {
      post({ id, failed: errorOf(cause) });
    }
  }

  const start = (id: RequestId, request: EngineRequest): void => {
    switch (request.type) {
      case "open":
        void run<"open">(id, request.dataset, (task) => handlers.open(request, task));
        return;
      case "order":
        void run<"order">(id, request.dataset, (task) => handlers.order(request, task));
        return;
      case "window":
        void run<"window">(id, request.dataset, (task) => handlers.window(request, task));
        return;
      case "values":
        void run<"values">(id, request.dataset, (task) => handlers.values(request, task));
        return;
      case "spread":
        void run<"spread">(id, request.dataset, (task) => handlers.spread(request, task));
        return;
      case "totals":
        void run<"totals">(id, request.dataset, (task) => handlers.totals(request, task));
        return;
      case "find":
        void run<"find">(id, request.dataset, (task) => handlers.find(request, task));
        return;
      case "copy":
        void run<"copy">(id, request.dataset, (task) => handlers.copy(request, task));
        return;
      case "export":
        void run<"export">(id, request.dataset, (task) => handlers.export(request, task));
        return;
      case "save":
        void run<"save">(id, undefined, (task) => handlers.save(request, task));
        return;
    }
  };

  return (message) => {
    if ("request" in message) {
      if (!running.has(message.id)) start(message.id, message.request);
    } else if ("cancel" in message) {
      running.get(message.cancel)?.controller.abort();
    } else if ("tryNow" in message) {
      running.get(message.tryNow)?.tryNow();
    } else if ("areYouThere" in message) {
      post({ alive: message.areYouThere, working: [...running.keys()] });
    } else {
      for (const { dataset, controller } of running.values()) {
        if (dataset === message.close) controller.abort();
      }
      handlers.close(message.close);
    }
  };
}
