/*
 * A report as the smallest valid workbook: one sheet, inline strings, every text a text cell, so no
 * digit is lost. What XML cannot hold is written the way the format escapes it (_x0001_); a cell
 * longer than a sheet allows is cut, as the real exporters do. Streams: the sheet never exists whole.
 */
import { blocksOf } from "./blocks.js";
import { textOf } from "./report.js";
import { writeZip } from "./zip.js";

export const MAX_SHEET_ROWS = 1_048_576;
const MAX_CELL = 32_767;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const FIXED_PARTS = {
  "[Content_Types].xml":
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  "_rels/.rels":
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml":
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">` +
    '<sheets><sheet name="Report" sheetId="1" r:id="rId1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels":
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** Characters that are markup, not allowed in XML 1.0, or would be taken for an escape. */
const SPECIAL =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @param {string} found @returns {string} */
function escaped(found) {
  if (found === "&") return "&amp;";
  if (found === "<") return "&lt;";
  if (found === ">") return "&gt;";
  return `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** @param {number} column 0-based @returns {string} A … Z, AA … */
function lettersOf(column) {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/**
 * @param {import("./report.js").Cell} cell
 * @param {string} place such as B7
 * @returns {string} nothing for a blank
 */
function cellXml(cell, place) {
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  const text = textOf(cell);
  if (text === "") return "";
  const xml = text.slice(0, MAX_CELL).replace(SPECIAL, escaped);
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`;
}

/** @param {import("./report.js").Report} report @returns {Generator<string, void, undefined>} */
function* sheet(report) {
  /** @type {string[]} */
  const letters = [];
  /** @param {readonly import("./report.js").Cell[]} cells @param {number} number 1-based */
  const rowXml = (cells, number) => {
    while (letters.length < cells.length) letters.push(lettersOf(letters.length));
    const xml = cells.map((cell, column) => cellXml(cell, `${letters[column]}${number}`));
    return `<row r="${number}">${xml.join("")}</row>`;
  };
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(report.headers, 1)}`;
  for (let index = 0; index < report.rowCount; index++) yield rowXml(report.row(index), index + 2);
  yield "</sheetData></worksheet>";
}

/** @param {import("./report.js").Report} report @returns {AsyncIterable<Buffer>} */
export function writeXlsx(report) {
  if (report.rowCount + 1 > MAX_SHEET_ROWS) throw new RangeError("More rows than a sheet holds.");
  return writeZip([
    ...Object.entries(FIXED_PARTS).map(([name, text]) => ({ name, content: [Buffer.from(text)] })),
    { name: "xl/worksheets/sheet1.xml", content: blocksOf(sheet(report)) },
  ]);
}
