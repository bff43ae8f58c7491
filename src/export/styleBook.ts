/**
 * The looks of a workbook's cells, each once, in the order they were first asked for; the part
 * `xl/styles.xml` is made of them at the end. Styles that the format demands come first.
 */

import { attributeText } from "./xmlText.ts";

export interface CellStyle {
  /** A number format; "General" and "@" are built in. */
  readonly format: string;
  readonly bold?: boolean;
  /** As if typed with an apostrophe before it: stays text when somebody edits the cell. */
  readonly quoted?: boolean;
  readonly wrapped?: boolean;
}

const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "0.00": 2, "@": 49 };
const FIRST_OWN_FORMAT = 164;
/** Excel opens no more than 64,000; dates of that many spellings are no dates. */
const MOST_STYLES = 1_000;

export class StyleBook {
  readonly #formats = new Map<string, number>();
  readonly #styles = new Map<string, { readonly index: number; readonly xml: string }>();

  constructor() {
    this.styleOf({ format: "General" });
  }

  /** The number cells name it by; undefined when there are too many. */
  styleOf(style: CellStyle): number | undefined {
    const { format, bold = false, quoted = false, wrapped = false } = style;
    const name = `${Number(bold)}${Number(quoted)}${Number(wrapped)}${format}`;
    const known = this.#styles.get(name);
    if (known !== undefined) return known.index;
    const index = this.#styles.size;
    if (index >= MOST_STYLES) return undefined;
    const attributes =
      `numFmtId="${this.#formatOf(format)}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0"` +
      (format === "General" ? "" : ' applyNumberFormat="1"') +
      (bold ? ' applyFont="1"' : "") +
      (quoted ? ' quotePrefix="1"' : "");
    const xml = wrapped
      ? `<xf ${attributes} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
      : `<xf ${attributes}/>`;
    this.#styles.set(name, { index, xml });
    return index;
  }

  xml(): string {
    const formats = Array.from(
      this.#formats,
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${attributeText(code)}"/>`,
    );
    const styles = Array.from(this.#styles.values(), ({ xml }) => xml);
    const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
    return (
      (formats.length === 0
        ? ""
        : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`) +
      `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
      '<fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${styles.length}">${styles.join("")}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/>'
    );
  }

  #formatOf(code: string): number {
    const id = BUILT_IN[code] ?? this.#formats.get(code);
    if (id !== undefined) return id;
    const added = FIRST_OWN_FORMAT + this.#formats.size;
    this.#formats.set(code, added);
    return added;
  }
}
