/**
 * What ECMA-376 (transitional) allows in the parts we write: which children an element has, in which
 * order and how often, and its attributes with the form of their values. Only elements we write are
 * listed; any other is a fault. Written from the standard's own schema (sml.xsd).
 */

import type { XmlElement } from "./readXml.ts";

interface Rule {
  /** In order; "?" at most once, "*" any number, "+" one or more, else exactly once. */
  readonly children?: readonly string[];
  readonly required?: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  readonly text?: RegExp;
}

const ANY = /^[\s\S]*$/;
const COUNT = /^\d+$/;
const FLAG = /^(?:0|1|true|false)$/;
const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}$/;
const RANGE = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:E-?\d+)?$/;
const LINK = /^rId\d+$/;

const RULES: Readonly<Record<string, Rule>> = {
  worksheet: {
    children: [
      "sheetPr?",
      "dimension?",
      "sheetViews?",
      "sheetFormatPr?",
      "cols?",
      "sheetData",
      "autoFilter?",
      "ignoredErrors?",
    ],
    required: { xmlns: ANY },
  },
  sheetPr: { children: ["outlinePr?"] },
  outlinePr: { optional: { summaryBelow: FLAG } },
  dimension: { required: { ref: RANGE } },
  sheetViews: { children: ["sheetView+"] },
  sheetView: {
    children: ["pane?", "selection*"],
    required: { workbookViewId: COUNT },
    optional: { tabSelected: FLAG },
  },
  pane: {
    optional: {
      ySplit: COUNT,
      topLeftCell: CELL,
      activePane: /^bottomLeft$/,
      state: /^frozen$/,
    },
  },
  selection: { optional: { pane: /^bottomLeft$/, activeCell: CELL, sqref: RANGE } },
  sheetFormatPr: { required: { defaultRowHeight: NUMBER }, optional: { outlineLevelRow: COUNT } },
  cols: { children: ["col+"] },
  col: {
    required: { min: COUNT, max: COUNT },
    optional: { width: NUMBER, customWidth: FLAG },
  },
  sheetData: { children: ["row*"] },
  row: { children: ["c*"], optional: { r: COUNT, outlineLevel: /^[1-7]$/ } },
  c: {
    children: ["f?", "v?", "is?"],
    optional: { r: CELL, s: COUNT, t: /^(?:s|b|inlineStr)$/ },
  },
  f: { text: /^[\s\S]{1,8192}$/ },
  v: { text: NUMBER },
  is: { children: ["t"] },
  t: { optional: { "xml:space": /^preserve$/ }, text: ANY },
  autoFilter: { optional: { ref: RANGE } },
  ignoredErrors: { children: ["ignoredError+"] },
  ignoredError: { required: { sqref: RANGE }, optional: { numberStoredAsText: FLAG } },
  sst: { children: ["si*"], required: { xmlns: ANY } },
  si: { children: ["t"] },
  styleSheet: {
    children: [
      "numFmts?",
      "fonts",
      "fills",
      "borders",
      "cellStyleXfs",
      "cellXfs",
      "cellStyles",
      "dxfs",
      "tableStyles",
    ],
    required: { xmlns: ANY },
  },
  numFmts: { children: ["numFmt+"], optional: { count: COUNT } },
  numFmt: { required: { numFmtId: COUNT, formatCode: /^[\s\S]{1,255}$/ } },
  fonts: { children: ["font+"], optional: { count: COUNT } },
  font: { children: ["b?", "sz?", "name?", "family?"] },
  b: {},
  sz: { required: { val: NUMBER } },
  name: { required: { val: ANY } },
  family: { required: { val: COUNT } },
  fills: { children: ["fill+"], optional: { count: COUNT } },
  fill: { children: ["patternFill"] },
  patternFill: { optional: { patternType: /^(?:none|gray125)$/ } },
  borders: { children: ["border+"], optional: { count: COUNT } },
  border: { children: ["left?", "right?", "top?", "bottom?", "diagonal?"] },
  left: {},
  right: {},
  top: {},
  bottom: {},
  diagonal: {},
  cellStyleXfs: { children: ["xf+"], optional: { count: COUNT } },
  cellXfs: { children: ["xf+"], optional: { count: COUNT } },
  xf: {
    children: ["alignment?"],
    optional: {
      numFmtId: COUNT,
      fontId: COUNT,
      fillId: COUNT,
      borderId: COUNT,
      xfId: COUNT,
      applyNumberFormat: FLAG,
      applyFont: FLAG,
      applyAlignment: FLAG,
      quotePrefix: FLAG,
    },
  },
  alignment: { optional: { vertical: /^top$/, wrapText: FLAG } },
  cellStyles: { children: ["cellStyle+"], optional: { count: COUNT } },
  cellStyle: { required: { xfId: COUNT }, optional: { name: ANY, builtinId: COUNT } },
  dxfs: { optional: { count: COUNT } },
  tableStyles: {
    optional: { count: COUNT, defaultTableStyle: ANY, defaultPivotStyle: ANY },
  },
  workbook: {
    children: ["bookViews?", "sheets", "definedNames?", "calcPr?"],
    required: { xmlns: ANY, "xmlns:r": ANY },
  },
  bookViews: { children: ["workbookView+"] },
  workbookView: {
    optional: { xWindow: COUNT, yWindow: COUNT, windowWidth: COUNT, windowHeight: COUNT },
  },
  sheets: { children: ["sheet+"] },
  sheet: { required: { name: /^[^[\]:*?/\\]{1,31}$/u, sheetId: COUNT, "r:id": LINK } },
  definedNames: { children: ["definedName+"] },
  definedName: {
    required: { name: ANY },
    optional: { localSheetId: COUNT, hidden: FLAG },
    text: ANY,
  },
  calcPr: { optional: { calcId: COUNT } },
  Types: { children: ["Default*", "Override*"], required: { xmlns: ANY } },
  Default: { required: { Extension: ANY, ContentType: ANY } },
  Override: { required: { PartName: /^\/[\w/.]+$/, ContentType: ANY } },
  Relationships: { children: ["Relationship*"], required: { xmlns: ANY } },
  Relationship: { required: { Id: LINK, Type: ANY, Target: ANY } },
};

/** Every fault there is, in words. */
export function schemaFaults(element: XmlElement): readonly string[] {
  const rule = RULES[element.name];
  if (rule === undefined) return [`<${element.name}> is not known`];
  return [
    ...attributeFaults(element, rule),
    ...childFaults(element, rule.children ?? []),
    ...(rule.text === undefined && element.text !== "" ? [`text in <${element.name}>`] : []),
    ...(rule.text !== undefined && !rule.text.test(element.text)
      ? [`<${element.name}> holds "${element.text.slice(0, 60)}"`]
      : []),
    ...element.children.flatMap(schemaFaults),
  ];
}

function attributeFaults({ name, attributes }: XmlElement, rule: Rule): readonly string[] {
  const known = { ...rule.required, ...rule.optional };
  const missing = Object.keys(rule.required ?? {}).filter((one) => !attributes.has(one));
  const wrong = [...attributes].filter(([one, value]) => known[one]?.test(value) !== true);
  return [
    ...missing.map((one) => `<${name}> lacks ${one}`),
    ...wrong.map(([one, value]) => `<${name} ${one}="${value}">`),
  ];
}

function childFaults({ name, children }: XmlElement, wanted: readonly string[]): readonly string[] {
  let at = 0;
  for (const want of wanted) {
    const times = /[?*+]$/.exec(want)?.[0] ?? "";
    const child = times === "" ? want : want.slice(0, -1);
    const first = at;
    const most = times === "*" || times === "+" ? children.length : at + 1;
    while (at < most && children[at]?.name === child) at += 1;
    const count = at - first;
    if (count === 0 && times !== "?" && times !== "*") return [`<${name}> lacks <${child}>`];
  }
  const extra = children[at];
  return extra === undefined ? [] : [`<${extra.name}> is not allowed here in <${name}>`];
}
