import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasTime, parseDate, slashOrderOf } from "./dateValue.ts";

const iso = (text: string): number => parseDate(text, "monthFirst");

describe("dates agree with the platform's", () => {
  test("any moment of four-digit years", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("0001-01-01T00:00:00Z"),
          max: new Date("9999-12-31T23:59:59.999Z"),
          noInvalidDate: true,
        }),
        (date) => {
          const text = date.toISOString();
          expect(iso(text)).toBe(date.getTime() * 1000);
          expect(iso(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)) * 1000);
          const [year = "", month = "", day = ""] = text.slice(0, 10).split("-");
          expect(iso(`${month}/${day}/${year}`)).toBe(iso(text.slice(0, 10)));
          const short = `${Number(day)}/${Number(month)}/${year}`;
          expect(parseDate(short, "dayFirst")).toBe(iso(text.slice(0, 10)));
          expect(iso(short.replaceAll("/", "."))).toBe(iso(text.slice(0, 10)));
          expect(iso(`${day}.${month}.${year}`)).toBe(iso(text.slice(0, 10)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["2026-10-05T14:30", "2026-10-05T14:30:00Z"],
    ["2026-10-05 14:30:15", "2026-10-05T14:30:15Z"],
    ["2026-10-05t14:30:15z", "2026-10-05T14:30:15Z"],
    ["2026-10-05 14:30:15 UTC", "2026-10-05T14:30:15Z"],
    ["2026-10-05T14:30:15+02:00", "2026-10-05T12:30:15Z"],
    ["2026-10-05T14:30:15-0530", "2026-10-05T20:00:15Z"],
    ["2026-10-05T14:30+02", "2026-10-05T12:30:00Z"],
    ["2024-02-29", "2024-02-29T00:00:00Z"],
    ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"],
    ["10/05/2026 14:30", "2026-10-05T14:30:00Z"],
    ["5.10.2026 14:30", "2026-10-05T14:30:00Z"],
  ])("%s is %s", (text, same) => {
    expect(iso(text)).toBe(Date.parse(same) * 1000);
  });

  test("to the microsecond", () => {
    expect(iso("2026-10-05T00:00:00.123456")).toBe(iso("2026-10-05") + 123_456);
    expect(iso("2026-10-05T00:00:00.1234569")).toBe(iso("2026-10-05") + 123_456);
    expect(iso("2026-10-05T00:00:00.1")).toBe(iso("2026-10-05") + 100_000);
  });
});

test.each([
  "",
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-1-05",
  "2026-10-05T",
  "2026-10-05T24:00",
  "2026-10-05T10:60",
  "2026-10-05T10:00:61",
  "2026-10-05T1:00",
  "2026-10-05T10:00:0",
  "2026-10-05T10:00:00.",
  "2026-10-05T10:00:00+2",
  "2026-10-05x",
  "26-10-05",
  "31/12/2026",
  "1/2/26",
  "111/2/2026",
  "12/31/2026/",
  "12.31.2026",
  "31.12/2026",
  "31/12.2026",
  "31.12.26",
  "31.12.2026.",
  "x".repeat(60),
  "２０２６-10-05",
])("%j is no date", (text) => {
  expect(iso(text)).toBeNaN();
});

test.each([
  ["13/05/2026", "dayFirst"],
  ["05/13/2026", "monthFirst"],
  ["5/6/2026", undefined],
  ["13/13/2026", undefined],
  ["2026-10-05", undefined],
  ["13.05.2026", undefined],
  ["and/or", undefined],
])("%s speaks for %s", (text, order) => {
  const bytes = new TextEncoder().encode(text);
  expect(slashOrderOf(bytes, 0, bytes.length)).toBe(order);
});

test("a time is told apart from a day", () => {
  expect(hasTime("2026-10-05")).toBe(false);
  expect(hasTime("2026-10-05 14:30")).toBe(true);
});
