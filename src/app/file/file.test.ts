/** The pure parts of opening a file: what was dropped, what is said of it, what the dialog asks for. */

import { describe, expect, it, test } from "vitest";
import { type FileReading, RECOGNISED } from "../../model/fileSource.ts";
import { createFileHolder } from "./fileHolder.ts";
import { draftOf, settingsOf } from "./readingDraft.ts";
import { readDrop } from "./readDrop.ts";
import { readingText } from "./readingText.ts";

const CSV: FileReading = {
  format: "csv",
  encoding: "windows-1252",
  separator: ";",
  decimal: "comma",
  headerLine: 3,
};
const XLSX: FileReading = {
  format: "xlsx",
  sheet: "Data",
  sheets: ["Cover", "Data"],
  headerLine: 1,
  sumsLeftOut: false,
  groupsLeftOut: 0,
};

test.each<[FileReading, string]>([
  [
    CSV,
    "CSV, Windows-1252, separator “;”, decimal comma, column names in line 3: 2 lines above left out",
  ],
  [{ format: "json", encoding: "utf-16be" }, "JSON, UTF-16 BE"],
  [XLSX, "XLSX, sheet “Data” of 2"],
  [{ ...XLSX, sumsLeftOut: true }, "XLSX, sheet “Data” of 2, the sums below the rows left out"],
  [
    { ...XLSX, sumsLeftOut: true, groupsLeftOut: 24 },
    "XLSX, sheet “Data” of 2, 24 lines of groups left out, the sums below the rows left out",
  ],
  [
    { ...XLSX, sheets: ["Data"], headerLine: 2 },
    "XLSX, sheet “Data”, column names in line 2: 1 line above left out",
  ],
])("how a file was read is said: %#", (reading, words) => expect(readingText(reading)).toBe(words));

const entry = (isDirectory: boolean) => [{ webkitGetAsEntry: () => ({ isDirectory }) }];

describe("a drop", () => {
  const one = new File(["A"], "a.csv");

  it("is one file, a sentence, or nothing of ours", () => {
    expect(readDrop({ files: [one], items: entry(false) })).toEqual({ file: one });
    expect(readDrop({ files: [one], items: [] })).toEqual({ file: one });
    expect(readDrop({ files: [one, one], items: [] })).toMatchObject({ problem: /One file/ });
    expect(readDrop({ files: [one], items: entry(true) })).toMatchObject({ problem: /folder/ });
    expect(readDrop({ files: [], items: [] })).toBeUndefined();
  });
});

describe("the dialog", () => {
  it("makes a setting only of what was changed", () => {
    const before = draftOf(RECOGNISED, CSV);
    expect(settingsOf(RECOGNISED, before, before)).toEqual(RECOGNISED);
    expect(settingsOf(RECOGNISED, before, { ...before, separator: "|" })).toEqual({
      ...RECOGNISED,
      separator: "|",
    });
    const chosen = { ...RECOGNISED, decimal: "point" as const };
    const again = draftOf(chosen, { ...CSV, decimal: "point" });
    expect(settingsOf(chosen, again, { ...again, headerLine: "4" })).toEqual({
      ...chosen,
      headerLine: 4,
    });
    const sheets = draftOf(RECOGNISED, XLSX);
    expect(settingsOf(RECOGNISED, sheets, { ...sheets, sheet: "Cover" })).toEqual({
      ...RECOGNISED,
      sheet: "Cover",
    });
  });

  test.each(["", "0", "-1", "2.5", "1e3", "99999999"])("takes no line %s", (headerLine) => {
    const before = draftOf(RECOGNISED, CSV);
    expect(settingsOf(RECOGNISED, before, { ...before, headerLine })).toBeUndefined();
  });
});

test("the holder has one file, and another object for each change", () => {
  const holder = createFileHolder();
  const heard: unknown[] = [];
  holder.subscribe(() => heard.push(holder.getSnapshot()));
  const file = new File(["A"], "a.csv");
  holder.change({ ...RECOGNISED, headerLine: 2 });
  expect(holder.getSnapshot()).toBeUndefined();
  holder.hold(file);
  holder.change({ ...RECOGNISED, headerLine: 2 });
  holder.hold(file);
  expect(heard).toEqual([
    { file, settings: RECOGNISED, opening: 1 },
    { file, settings: { ...RECOGNISED, headerLine: 2 }, opening: 1 },
    { file, settings: RECOGNISED, opening: 2 },
  ]);
});
