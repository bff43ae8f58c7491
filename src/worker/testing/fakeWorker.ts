/**
 * A worker that does nothing by itself: a test reads what it was told and says what it answers.
 */

import type { FromWorker, RequestId, RequestType, ToWorker } from "../protocol.ts";

export class FakeWorker extends EventTarget {
  readonly told: ToWorker[] = [];
  terminated = false;

  postMessage(message: ToWorker): void {
    this.told.push(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: FromWorker): void {
    this.sayAnything(message);
  }

  sayAnything(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  fail(type: "error" | "messageerror"): void {
    this.dispatchEvent(new Event(type));
  }

  /** Id of the last request of a type. */
  idOf(type: RequestType): RequestId {
    for (const message of this.told.toReversed()) {
      if ("request" in message && message.request.type === type) return message.id;
    }
    throw new Error(`no ${type} was asked for`);
  }
}
