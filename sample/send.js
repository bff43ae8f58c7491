/*
 * Decide, then do: the contract and the faults describe an answer as a value; this file carries it
 * out. A block is made only when the socket took the one before (write → drain), a reader who goes
 * away stops the work at once, and the event loop gets a turn after every block. Resolves when the
 * answer is finished or the connection is gone, whichever comes first; never rejects.
 */
import { setImmediate } from "node:timers/promises";

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string | number>} [headers]
 * @property {Iterable<Buffer> | AsyncIterable<Buffer>} [body]
 * @property {"end" | "hang" | "destroy" | "reset"} [ending] after the body: finish (the default), send
 *   nothing more, close the socket, or close it before any header was sent
 * @property {number} [delayMs] before the headers
 */

/**
 * @param {import("node:http").ServerResponse} res
 * @param {Answer} answer
 * @param {(bytes: number) => void} [sent]
 */
export async function send(res, answer, sent = () => {}) {
  const closed = new AbortController();
  res.once("close", () => closed.abort());
  try {
    if (answer.delayMs !== undefined) await pause(answer.delayMs, closed.signal);
    if (closed.signal.aborted) return;
    if (answer.ending === "reset") {
      res.socket?.resetAndDestroy();
      return;
    }
    res.writeHead(answer.status, answer.headers);
    if (res.req.method === "HEAD") {
      res.end();
      return;
    }
    res.flushHeaders();
    for await (const block of answer.body ?? []) {
      if (closed.signal.aborted) return;
      sent(block.length);
      if (!res.write(block)) await drained(res, closed.signal);
      await setImmediate();
    }
    if (answer.ending === "destroy") res.destroy();
    else if (answer.ending !== "hang") res.end();
  } catch {
    res.destroy();
  }
}

/**
 * Waits, but not longer than the connection lives.
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function pause(ms, signal) {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}

/** @param {import("node:http").ServerResponse} res @param {AbortSignal} signal @returns {Promise<void>} */
function drained(res, signal) {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    res.once("drain", done);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      res.off("drain", done);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
