/**
 * The parts of a workbook that name the others: content types, relationships, the list of sheets with
 * what is filtered and printed on them.
 */

import { columnLetters } from "./cellPlace.ts";
import { attributeText, xmlText } from "./xmlText.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface SheetListing {
  readonly name: string;
  /** Columns and rows that a filter covers, for sheets that have one. */
  readonly filtered: { readonly columns: number; readonly rows: number } | undefined;
}

/** A part around its content. */
export function partXml(root: "worksheet" | "styleSheet" | "sst", content: string): string {
  return `${partStart(root)}${content}${partEnd(root)}`;
}

export function partStart(root: "worksheet" | "styleSheet" | "sst"): string {
  return `${XML}<${root} xmlns="${MAIN}">`;
}

export function partEnd(root: "worksheet" | "styleSheet" | "sst"): string {
  return `</${root}>`;
}

export function contentTypesXml(sheets: number): string {
  const overrides = [
    ["/xl/workbook.xml", "sheet.main"],
    ...Array.from({ length: sheets }, (_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, "worksheet"]),
    ["/xl/styles.xml", "styles"],
    ["/xl/sharedStrings.xml", "sharedStrings"],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`);
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${overrides.join("")}</Types>`
  );
}

export function packageLinksXml(): string {
  return linksXml([["officeDocument", "xl/workbook.xml"]]);
}

export function workbookLinksXml(sheets: number): string {
  return linksXml([
    ...Array.from(
      { length: sheets },
      (_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const,
    ),
    ["styles", "styles.xml"],
    ["sharedStrings", "sharedStrings.xml"],
  ]);
}

export function workbookXml(sheets: readonly SheetListing[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${attributeText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, filtered }, i) => {
    if (filtered === undefined) return [];
    const sheet = `'${xmlText(name.replaceAll("'", "''")).xml}'`;
    const last = columnLetters(filtered.columns - 1);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${sheet}!$A$1:$${last}$${filtered.rows + 1}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sheet}!$1:$1</definedName>`,
    ];
  });
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>' +
    `<sheets>${list.join("")}</sheets>` +
    (names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`) +
    '<calcPr calcId="191029"/></workbook>'
  );
}

function linksXml(targets: readonly (readonly [string, string])[]): string {
  const links = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;
}
