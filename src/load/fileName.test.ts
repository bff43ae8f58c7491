import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReportId } from "../model/reportId.ts";
import { fileName } from "./fileName.ts";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a" as ReportId;
const OWN = `report-${ID}.csv`;
const KEY = "1180$canary-5f3a90c7e1";

test.each([
  [null, OWN],
  ["attachment", OWN],
  ['attachment; filename="month 10.csv"', "month 10.csv"],
  ["attachment; filename=month.csv", "month.csv"],
  ["attachment;FILENAME=month.csv;size=5", "month.csv"],
  ["attachment; filename=\"a.csv\"; filename*=UTF-8''m%C3%A4rz.csv", "märz.csv"],
  ["attachment; filename*=utf-8'de'm%C3%A4rz.csv; filename=a.csv", "märz.csv"],
  ["attachment; filename*=UTF-8''%ff.csv; filename=a.csv", "a.csv"],
  ["attachment; filename*=ISO-8859-1''a.csv", OWN],
  ['attachment; filename="say \\"hi\\".csv"', "say _hi_.csv"],
  ['attachment; filename="../../etc/passwd"', "passwd.csv"],
  ['attachment; filename="C:\\\\Windows\\\\x.csv"', "x.csv"],
  ["attachment; filename*=UTF-8''..%2F..%2Fx.csv", "x.csv"],
  ['attachment; filename="x.exe"', "x.exe.csv"],
  ['attachment; filename="X.CSV"', "X.CSV"],
  ['attachment; filename=".htaccess"', "htaccess.csv"],
  ['attachment; filename="con.csv"', OWN],
  ['attachment; filename="LPT1"', OWN],
  ['attachment; filename="..."', OWN],
  ['attachment; filename=""', OWN],
  ["attachment; filename*=UTF-8''a%0d%0ab%00c.csv", "a__b_c.csv"],
  ["attachment; filename*=UTF-8''evil%E2%80%AEvsc.exe", "evilvsc.exe.csv"],
  ['attachment; filename="a<b>c|d?e*f.csv"', "a_b_c_d_e_f.csv"],
  ["garbage;;;=;filename", OWN],
  [`attachment; filename="${KEY}.csv"`, OWN],
  [`attachment; filename=${KEY.slice(5, 15).toUpperCase()}.csv`, OWN],
  [`attachment; filename*=UTF-8''a%20${encodeURIComponent(KEY)}`, OWN],
  ['attachment; filename="a  b.csv"', "a  b.csv"],
])("%s is saved as %s", (disposition, name) => {
  expect(fileName(disposition, ID, "csv", KEY)).toBe(name);
});

test("a long name keeps its ending", () => {
  const name = fileName(`attachment; filename="${"x".repeat(500)}.csv"`, ID, "csv", KEY);
  expect(name).toHaveLength(120);
  expect(name.endsWith("x.csv")).toBe(true);
});

test("whatever the server says, the name is safe", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (name, extended) => {
      const value = extended
        ? `filename*=UTF-8''${encodeURIComponent(name)}`
        : `filename="${name}"`;
      const safe = fileName(`attachment; ${value}`, ID, "csv", KEY);
      expect(safe).toMatch(/^[^./\\<>:"|?*\p{Cc}\p{Cf}][^/\\<>:"|?*\p{Cc}\p{Cf}]*\.csv$/iu);
      expect(Array.from(safe).length).toBeLessThanOrEqual(124);
    }),
  );
});
