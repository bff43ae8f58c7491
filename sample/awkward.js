/*
 * Everything the contract allows and nobody expects: ragged rows, headers that repeat, are empty or
 * are names of object members, nested cells, numbers beyond a double, right-to-left and emoji text,
 * invisible and control characters, markup, formulas, escapes. A reader that treats a row as an
 * object, a number as a double or a text as safe fails here. Everything is valid JSON.
 */
import { RawJson } from "./report.js";

/** @typedef {import("./report.js").Cell} Cell */

const AWKWARD_HEADERS = Object.freeze([
  "Client ID",
  "Client",
  "Cost",
  "Cost",
  "",
  "",
  "__proto__",
  "constructor",
  "10",
  "toString",
  " spaced ",
  "Größe 📏",
  "ملاحظة",
  "Line\nbreak",
  "a,b:c|d~e&f#g%h",
  '"quoted"',
]);

/** @param {string} json @param {string} [text] */
const raw = (json, text) => new RawJson(json, text);

const LONG = "Long text, 100 kB. ".repeat(5_390);

/** @type {readonly (readonly Cell[])[]} */
const ROWS = [
  [
    "00231",
    "Acme GmbH",
    "1.10",
    "1.1",
    "",
    null,
    "p",
    "c",
    "10",
    "t",
    " s ",
    "groß",
    "نعم",
    "a\nb",
    "a|b",
    '"',
  ],
  ["007", "short row"],
  [],
  [
    "662E41",
    "long row",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "10",
    "11",
    "12",
    "13",
    "14",
    "15",
    "16",
    "17",
  ],
  [
    "1e5",
    "numbers beyond a double",
    raw("12345678901234567.12"),
    raw("1e400"),
    raw("-0"),
    raw("1E+2"),
  ],
  [
    "10",
    "more numbers",
    raw("0.1000000000000000055511151231257827"),
    raw("-1e-400"),
    raw("9007199254740993"),
    raw("123456789012345678901234.123456789012"),
  ],
  [
    "11",
    "numbers and texts",
    0,
    "0",
    raw("0.0"),
    "0.0",
    raw("1.0"),
    "1.0",
    raw("1.50"),
    "1.50",
    raw("100e-2"),
  ],
  ["12", "literals", null, true, false, "null", "true", "false", ""],
  ["13", "nested", [], {}, [1, [2, [3]]], { a: 1, b: { c: ["x", null] } }, { __proto__x: 1 }],
  [
    "14",
    "nested with raw",
    raw('{"__proto__":{"polluted":true}}'),
    raw('{"a":1,"a":2}'),
    raw("[ 1 , 2.00 ]", "[1,2.00]"),
  ],
  ["15", "rtl", "مرحبا بالعالم", "שלום עולם", "abc ‏עברית‏ def", "١٢٣٤٫٥٦"],
  ["16", "emoji", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇱🇺", "é é", "𝟙𝟚𝟛", "ﬁ"],
  [
    "17",
    "invisible",
    "zero\u200bwidth",
    "\u202eevil.exe\u202c",
    "\u2066isolate\u2069",
    "\ufefffeff",
    "soft\u00adhyphen",
    "nb\u00a0sp",
    "\u2028\u2029",
  ],
  [
    "18",
    "control",
    "\u0000",
    "\u0001\u0002\u001f",
    "\u007f\u0085",
    "tab\there",
    "cr\rlf\n",
    "\b\f",
    "_x0041_",
  ],
  ["19", "long text", LONG, "x".repeat(40_000)],
  [
    "20",
    "markup",
    "<script>globalThis.pwned=1</script>",
    '<img src=x onerror="globalThis.pwned=1">',
    "&amp;&lt;",
    "]]>",
    "javascript:globalThis.pwned=1",
    "{{7*7}}",
    "${7*7}",
    "</title><svg onload=globalThis.pwned=1>",
  ],
  [
    "21",
    "formulas",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    '=HYPERLINK("https://example.invalid/"&A1,"open")',
    "=cmd|' /C calc'!A0",
    "-70.00",
  ],
  [
    "22",
    "escapes",
    raw('"\\u0041\\u00e9\\ud83d\\ude00"', "Aé😀"),
    raw('"\\/slash\\/"', "/slash/"),
    raw('"\\ud83d"', "\ufffd"),
    raw('"\\ude00\\ud83d"', "\ufffd\ufffd"),
    raw('"\\u0000end"', "\u0000end"),
    raw('"\\\\u0041"', "\\u0041"),
  ],
  ["23", "quotes", '"', '""', ',"', "'", "\\", "\\n", "a\r\nb", ";", "\t"],
  ["24", "spaces", "", " ", "  ", "\u3000", "x ", " x", "x  y"],
  [
    "25",
    "dates",
    "2026-10-01",
    "2026-10-01T00:00:00Z",
    "2026-10-01T02:00:00+02:00",
    "01.10.2026",
    "10/01/2026",
    "2026-02-30",
    "0000-00-00",
    "2026-10-01T23:59:60Z",
  ],
  [
    "26",
    "percent and money",
    "19 %",
    "€ 12,50",
    "1.234,56",
    "1,234.56",
    "(12.50)",
    "−5",
    "1'000",
    "٣",
    "Infinity",
    "NaN",
    "0x10",
    "1_000",
  ],
  [
    "27",
    "names",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "undefined",
    "valueOf",
    "[object Object]",
  ],
  ["28", "sorting", "item 10", "item 2", "Item 1", "ítem 3", "item 02", "item 2 "],
];

const FILLER = 200;

/** @param {number} index @returns {readonly Cell[]} */
function fillerRow(index) {
  const cost = `${index}.${String(index * 7_919).padStart(12, "0")}`;
  const full = [String(index).padStart(5, "0"), `Client ${index % 7}`, cost, raw(`${index}.10`), index % 3 === 0 ? null : "", ...Array(11).fill(index % 11)]; // prettier-ignore
  return full.slice(0, index % 10 === 0 ? 3 : full.length);
}

/** @param {string} id @returns {import("./report.js").Report} */
export function awkwardReport(id) {
  return {
    id,
    fileName: "Übersicht “Oktober” 2026",
    headers: AWKWARD_HEADERS,
    rowCount: ROWS.length + FILLER,
    row: (index) => ROWS[index] ?? fillerRow(index),
  };
}
