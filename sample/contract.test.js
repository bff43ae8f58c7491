import { describe, expect, test } from "vitest";
import {
  MEDIA_TYPES,
  SAMPLE_KEY,
  badKey,
  fileHeaders,
  negotiate,
  refuseKey,
  reportIdOf,
} from "./contract.js";

describe("the path", () => {
  const id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  test.each([
    [`/billing/org/v1/reports/${id}/download`, id],
    [`/billing/org/v1/reports/${id.toUpperCase()}/download`, id],
    [`/billing/org/v1/reports/${id}`, undefined],
    [`/billing/org/v1/reports/${id}/download/more`, undefined],
    ["/billing/org/v1/reports/not-a-uuid/download", undefined],
  ])("%s", (path, expected) => expect(reportIdOf(path)).toBe(expected));
});

describe("the key", () => {
  test.each([
    `apikey ${SAMPLE_KEY}`,
    "APIKey 7711$canary",
    "ApiKey  a$b",
    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln",
    "bearer 1$x",
  ])("%s is accepted", (header) => expect(refuseKey(header)).toBeUndefined());

  test.each([
    [undefined, 401],
    ["", 401],
    ["7711$canary", 401],
    ["basic 7711$canary", 401],
    ["apikey 7711", 401],
    ["apikey 7711$", 401],
    ["apikey 7711$bad-key", 401],
    ["apikey 7711$customer", 403],
  ])("%s is refused with %i", (header, status) => expect(refuseKey(header)?.status).toBe(status));

  test("a refusal quotes the beginning of the key, as the real one does", () => {
    expect(refuseKey("apikey 7711$bad-canary")).toEqual(badKey("7711$bad-canary"));
    const body = Buffer.from(JSON.stringify({ detail: "Bad permanent token: 7711$bad-" }));
    expect(badKey("7711$bad-canary").body).toEqual([body]);
  });
});

describe("the variant", () => {
  test.each([
    [undefined, null, "json"],
    ["*/*", null, "json"],
    [MEDIA_TYPES.json, null, "json"],
    [MEDIA_TYPES.csv, null, "csv"],
    [MEDIA_TYPES.xlsx, null, "xlsx"],
    ["text/*", null, "csv"],
    ["TEXT/CSV; charset=utf-8", null, "csv"],
    ["text/csv;q=0.5, application/json;q=0.9", null, "json"],
    ["image/png, text/csv", null, "csv"],
    ["text/html", null, undefined],
    ["application/json;q=0", null, undefined],
    ["text/html", "csv", "csv"],
    [MEDIA_TYPES.json, "xlsx", "xlsx"],
    [MEDIA_TYPES.json, "pdf", undefined],
  ])("Accept %s, format %s: %s", (accept, format, expected) =>
    expect(negotiate(accept, format)).toBe(expected),
  );
});

test("a file name that is not ASCII is sent both ways", () => {
  expect(fileHeaders("Übersicht", "csv")["Content-Disposition"]).toBe(
    "attachment; filename=\"_bersicht.csv\"; filename*=UTF-8''%C3%9Cbersicht.csv",
  );
  expect(fileHeaders("month", "json")["Content-Disposition"]).toBe(
    'attachment; filename="month.json"',
  );
});
