import { expect, test } from "vitest";
import type { SentRequest } from "../../model/sentRequest.ts";
import { keyText, outcomeText, summaryText } from "./sentWords.ts";

const request = (origin: string, key: SentRequest["key"]): SentRequest => ({
  id: "1",
  at: 0,
  method: "GET",
  origin,
  path: "/",
  key,
  outcome: 200,
});

test("what all requests come to", () => {
  const plain = request("https://app.example", undefined);
  const keyed = request("https://api.example:8443", "apikey");
  expect(summaryText([plain], 0)).toBe(
    "1 request since this page was opened. The key has not been sent.",
  );
  expect(summaryText([plain, keyed, keyed], 2_000)).toBe(
    "2,003 requests since this page was opened. The key went along with 2 of them, to api.example:8443 and nowhere else.",
  );
  expect(summaryText([keyed, request("http://other", "Bearer")], 0)).toContain(
    "to api.example:8443 and other and nowhere else.",
  );
});

test("dots for the key, a word for each outcome", () => {
  expect(keyText(request("https://a", "Bearer"))).toBe("Authorization: Bearer ••••");
  expect(keyText(request("https://a", undefined))).toBe("without the key");
  expect(
    (["underWay", "noAnswer", "stopped", "redirectRefused", 0, 503] as const).map(outcomeText),
  ).toEqual([
    "no answer yet",
    "no answer",
    "stopped",
    "redirect, not followed",
    "an answer this page may not read",
    "503",
  ]);
});
