import { expect, test } from "vitest";
import type { SentRequest } from "../model/sentRequest.ts";
import { createRequestLedger } from "./requestLedger.ts";

const request = (id: string): SentRequest => ({
  id,
  at: 1,
  method: "GET",
  origin: "https://a",
  path: "/",
  key: undefined,
  outcome: "underWay",
});

test("requests stand in their order, each once, with how they ended", () => {
  const ledger = createRequestLedger();
  let heard = 0;
  ledger.subscribe(() => heard++);
  for (const id of ["a", "b"]) ledger.note(request(id));
  ledger.note({ ...request("a"), outcome: 503 });
  expect(ledger.getSnapshot().requests.map(({ id, outcome }) => [id, outcome])).toEqual([
    ["a", 503],
    ["b", "underWay"],
  ]);
  expect(heard).toBe(3);
});

test("of very many the oldest are counted only, and do not come back when they end", () => {
  const ledger = createRequestLedger(2);
  for (const id of ["a", "b", "c"]) ledger.note(request(id));
  ledger.note({ ...request("a"), outcome: 200 });
  const { requests, forgotten } = ledger.getSnapshot();
  expect(requests.map(({ id }) => id)).toEqual(["b", "c"]);
  expect(forgotten).toBe(1);
});
