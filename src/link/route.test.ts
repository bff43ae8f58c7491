import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findReportId } from "../model/reportId.ts";
import { anyText, anyView } from "../model/testing/anyView.ts";
import { DEFAULT_VIEW } from "../model/viewState.ts";
import { formatRoute, parseRoute, type Route } from "./route.ts";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const reportId = findReportId(ID) ?? expect.fail();
const whole = { notUnderstood: [], newer: false, cut: false };

describe("there and back", () => {
  test("any view of a report", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const route: Route = { screen: "report", reportId, view, fingerprint: undefined };
        const { hash } = new URL(`https://billscope.example/${formatRoute(route)}`);
        expect(hash).toBe(formatRoute(route));
        expect(parseRoute(hash)).toEqual({ ...route, ...whole });
      }),
      { numRuns: 1000 },
    );
  });

  test("the connect form and the plain report", () => {
    const report: Route = {
      screen: "report",
      reportId,
      view: DEFAULT_VIEW,
      fingerprint: undefined,
    };
    expect(formatRoute({ screen: "connect" })).toBe("#/");
    expect(formatRoute(report)).toBe(`#/r/${ID}`);
    expect(parseRoute(`#/r/${ID}`)).toEqual({ ...report, ...whole });
  });
});

test.each([`#/r/${ID}`, `/r/${ID}`, `#/r/${ID}/`, `#/r/${ID}?`, `#/R/${ID.toUpperCase()}`])(
  "%s is the report",
  (hash) => {
    expect(parseRoute(hash)).toMatchObject({ screen: "report", reportId: ID, ...whole });
  },
);

describe("a question mark that a program escaped or lost", () => {
  test.each(["%3F", "%3f", "&", "/%3F", "&amp;", ")%3F"])("as %s", (mark) => {
    fc.assert(
      fc.property(anyView, (view) => {
        const route: Route = { screen: "report", reportId, view, fingerprint: undefined };
        const link = formatRoute(route).replace("?", () => mark);
        expect(parseRoute(link)).toEqual({ ...route, ...whole });
      }),
    );
    expect(parseRoute(`#/file${mark}find=a`)).toMatchObject(
      mark === ")%3F" ? { screen: "connect" } : { screen: "file", view: { search: "a" } },
    );
  });

  test("as &amp; makes a link of 1,000 characters no longer", () => {
    const search = "a".repeat(1000 - "find=".length);
    const opened = parseRoute(`#/r/${ID}&amp;find=${search}`);
    expect(opened).toMatchObject({ view: { search }, cut: false });
  });

  test("is none where no part follows", () => {
    const opened = parseRoute(`#/r/${ID}&nbsp;)?find=a%3Fb=&exact=1`);
    expect(opened).toMatchObject({ view: { search: "a?b=", exact: true } });
    expect(opened.notUnderstood).toEqual(["…"]);
  });

  test("and more behind the id is named, without its text", () => {
    expect(parseRoute(`#/r/${ID}/secret?find=a`)).toMatchObject({
      view: { search: "a" },
      notUnderstood: ["…"],
    });
    for (const mark of [".", ">", "%20", "%3E", "/)"]) {
      expect(parseRoute(`#/r/${ID}${mark}?find=a`)).toMatchObject({
        view: { search: "a" },
        ...whole,
      });
    }
  });
});

describe("a link whose id is damaged", () => {
  test("keeps its view for the right id", () => {
    const idText = ID.slice(0, -1);
    const { view } = parseRoute(`#/r/${ID}?sort=-Cost`) as { view?: unknown };
    expect(parseRoute(`#/r/${idText}?sort=-Cost&key=1&data=a7f39c2104be51d0`)).toEqual({
      screen: "connect",
      ...whole,
      notUnderstood: ["/r", "key"],
      damaged: {
        idText,
        view,
        fingerprint: "a7f39c2104be51d0",
        rowCount: undefined,
        ...whole,
        notUnderstood: ["key"],
      },
    });
    expect(parseRoute(`#/r/${idText}`)).toMatchObject({ damaged: { idText } });
  });

  test("never repeats what may be a secret", () => {
    const opened = parseRoute("#/r/1234$abcdef0123456789abcdef?find=cdn");
    expect(opened).toMatchObject({ damaged: { idText: "", view: { search: "cdn" } } });
    expect(JSON.stringify(opened)).not.toContain("abcdef");
  });
});

test("any view of a file: the link names none", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const route: Route = { screen: "file", view, fingerprint: undefined };
      expect(formatRoute(route)).toMatch(/^#\/file(?:\?|$)/);
      expect(parseRoute(formatRoute(route))).toEqual({ ...route, ...whole });
    }),
  );
});

test.each([
  ["#/file", "file"],
  ["#/file/?sort=-Cost", "file"],
  ["#/File", "file"],
  ["#/file/report.csv", "connect"],
  ["#/files", "connect"],
])("%s is the %s screen", (hash, screen) => expect(parseRoute(hash)).toMatchObject({ screen }));

test.each(["", "#", "#/", "/", "#?", "#/?"])("%j is the connect form", (hash) => {
  expect(parseRoute(hash)).toEqual({ screen: "connect", ...whole });
});

test.each([
  ["#/r/", "/r"],
  ["#/r/123", "/r"],
  [`#/reports/${ID}`, "/reports"],
  ["#1234$abcdef0123456789", "…"],
  ["#/1234$abcdef0123456789", "…"],
  ["#/abcdef$0123456789", "…"],
])("%s is no place: the connect form, and it says so without the text", (hash, named) => {
  expect(parseRoute(hash)).toEqual({ screen: "connect", ...whole, notUnderstood: [named] });
});

test("a key in a link is named, never taken or repeated", () => {
  const opened = parseRoute(`#/r/${ID}?key=1234$abcdef&find=cdn&apiUrl=https://evil.example`);
  expect(opened.notUnderstood).toEqual(["key", "apiUrl"]);
  expect(JSON.stringify(opened)).not.toMatch(/1234|abcdef|evil/);
  expect(formatRoute(opened)).toBe(`#/r/${ID}?find=cdn`);
});

test("any text is a route", () => {
  const screens = ["connect", "report", "file"];
  fc.assert(
    fc.property(anyText, (text) => {
      expect(screens).toContain(parseRoute(text).screen);
      expect(screens).toContain(parseRoute(`#/r/${text}?${text}`).screen);
    }),
  );
  expect(parseRoute(`#/r/${"a".repeat(5_000_000)}`).screen).toBe("connect");
});
