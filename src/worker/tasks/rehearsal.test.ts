/** The rehearsal goes the whole way, reaches no network and stops when it is told to. */

import { expect, test, vi } from "vitest";
import { Cancelled } from "../../model/turn.ts";
import { rehearse } from "./rehearsal.ts";
import { createTurns } from "./turns.ts";

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

test("goes the whole way of a report without a request", async () => {
  const fetch = vi.spyOn(globalThis, "fetch");
  const signal = new AbortController().signal;
  await expect(rehearse(createTurns(8, soon), signal)).resolves.toBe(3_000);
  expect(fetch).not.toHaveBeenCalled();
  fetch.mockRestore();
});

test("ends at its next turn once something real is asked", async () => {
  const real = new AbortController();
  let turns = 0;
  const pause = async () => {
    turns += 1;
    if (turns === 2) real.abort();
    await soon();
  };
  await expect(rehearse(createTurns(0, pause), real.signal)).rejects.toBeInstanceOf(Cancelled);
  expect(turns).toBeLessThan(5);
});
