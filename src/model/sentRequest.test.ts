import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { noted, type SentRequest } from "./sentRequest.ts";

const KEY = "1180$canary-6f2d";
const URL_ASKED = "https://api.example/billing/x?format=csv";

function listing(answer: () => Promise<Response>) {
  const heard: SentRequest[] = [];
  const order: string[] = [];
  const fetch = noted(
    () => {
      order.push("sent");
      return answer();
    },
    (request) => {
      heard.push(request);
      order.push("listed");
    },
  );
  return { fetch, heard, order };
}

test("a request is listed before it is made, and again when its answer begins", async () => {
  const { fetch, heard, order } = listing(() => Promise.resolve(new Response("", { status: 429 })));
  await fetch(URL_ASKED, { headers: { Authorization: `apikey ${KEY}` } });
  expect(order).toEqual(["listed", "sent", "listed"]);
  expect(heard[0]).toEqual({
    id: expect.any(String),
    at: expect.any(Number),
    method: "GET",
    origin: "https://api.example",
    path: "/billing/x?format=csv",
    key: "apikey",
    outcome: "underWay",
  });
  expect(heard[1]).toEqual({ ...heard[0], outcome: 429 });
  expect(JSON.stringify(heard)).not.toContain("canary");
});

test("how a request ends without an answer", async () => {
  const failing = listing(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(failing.fetch(URL_ASKED, { method: "HEAD" })).rejects.toThrow("Failed to fetch");
  expect(failing.heard[1]).toMatchObject({ method: "HEAD", key: undefined, outcome: "noAnswer" });
  const gone = new AbortController();
  gone.abort();
  await expect(failing.fetch(URL_ASKED, { signal: gone.signal })).rejects.toThrow();
  expect(failing.heard[3]?.outcome).toBe("stopped");
});

test.each([
  ["a request object", new Request(URL_ASKED, { headers: { Authorization: `Bearer ${KEY}` } })],
  ["an address", new URL(URL_ASKED)],
])("%s is listed as well", async (_, input) => {
  const { fetch, heard } = listing(() => Promise.resolve(new Response("")));
  await fetch(input);
  const key = input instanceof Request ? "Bearer" : undefined;
  expect(heard[1]).toMatchObject({ path: "/billing/x?format=csv", key, outcome: 200 });
});

/** Whatever a browser offers to send something with. */
const NETWORK =
  /\bfetch\.bind\(|(?<![\w.#])fetch\(|(?:window|self|globalThis)\.fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|importScripts/;

test("no other place in the sources reaches the network", () => {
  const root = join(import.meta.dirname, "..");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|bench)\.ts$|(?:^|\/)testing\//.test(path))
    .filter((path) => NETWORK.test(readFileSync(join(root, path), "utf8")))
    .map((path) => relative(root, join(root, path)))
    .sort();
  expect(files).toEqual(
    [
      // Makes the noted one for the page.
      "app/main.tsx",
      // These are given the noted one.
      "app/config.ts",
      "load/noAnswer.ts",
      // Makes the noted one for the worker.
      "load/surroundings.ts",
      "model/sentRequest.ts",
    ].sort(),
  );
});
