import fc from "fast-check";
import { expect, test } from "vitest";
import { findReportId } from "./reportId.ts";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

test.each([
  ID,
  `  ${ID}\r\n`,
  ID.toUpperCase(),
  `"${ID}"`,
  `{${ID}}`,
  `<${ID}>`,
  `urn:uuid:${ID}`,
  `Report ${ID}, please`,
  `report_${ID}.csv`,
  `/billing/org/v1/reports/${ID}/download`,
  `https://api.gcore.com/billing/org/v1/reports/${ID}/download?format=csv`,
  `curl "https://api.gcore.com/billing/org/v1/reports/${ID}/download" -H "Accept: text/csv"`,
  `https://billscope.example/#/r/${ID}?show=Client`,
  `https://portal.example/login?next=%2Freports%2F${ID}%2Fdownload`,
  `{"uuid":"${ID}","status":"ready"}`,
  `${ID} ${ID.replace("3c", "4d")}`,
  ID.replaceAll("-", "\u2011"),
  ID.replaceAll("-", "–"),
])("%j names the report", (text) => {
  expect(findReportId(text)).toBe(ID);
});

test.each([
  "",
  "3c90c3cc",
  ID.slice(1),
  ID.slice(0, -1),
  `${ID}0`,
  `a${ID}`,
  ID.replaceAll("-", ""),
  ID.replaceAll("-", " "),
  ID.replace("c", "g"),
  ID.replace("3", "３"),
  "not a report id",
])("%j names none", (text) => {
  expect(findReportId(text)).toBeUndefined();
});

test("any UUID is found in any words around it, and is one name whatever its case", () => {
  const words = fc.string({
    unit: fc.constantFrom(..."x y z , . : / ? & = ' \n -".split(" "), " "),
  });
  fc.assert(
    fc.property(fc.uuid(), words, words, (uuid, before, after) => {
      expect(findReportId(`${before}${uuid}${after}`)).toBe(uuid);
      expect(findReportId(`${before}${uuid.toUpperCase()}${after}`)).toBe(uuid);
    }),
  );
});
