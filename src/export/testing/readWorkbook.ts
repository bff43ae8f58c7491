/**
 * A workbook taken apart, every part of it checked: a well-formed document that the schema allows, and
 * named by the parts that must name it. What cells say is left to another program's reader.
 */

import { readXml, type XmlElement } from "./readXml.ts";
import { readZip } from "./readZip.ts";
import { schemaFaults } from "./workbookSchema.ts";

export function readParts(bytes: Buffer): ReadonlyMap<string, XmlElement> {
  const parts = new Map(Array.from(readZip(bytes), ([name, xml]) => [name, readXml(xml)]));
  const faults = [...parts].flatMap(([name, part]) =>
    [...schemaFaults(part), ...orderFaults(part)].map((fault) => `${name}: ${fault}`),
  );
  faults.push(...nameFaults(parts), ...referenceFaults(parts));
  if (faults.length > 0) throw new Error(faults.slice(0, 10).join("\n"));
  return parts;
}

/** Elements of a name, at any depth. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** Rows and cells stand in the order of their places, each once. */
function orderFaults(part: XmlElement): readonly string[] {
  const faults: string[] = [];
  let lastRow = 0;
  for (const row of all(part, "row")) {
    const number = Number(row.attributes.get("r"));
    if (number <= lastRow) faults.push(`row ${number} after ${lastRow}`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of row.children) {
      const [, letters = "", digits] = /^([A-Z]+)(\d+)$/.exec(cell.attributes.get("r") ?? "") ?? [];
      const column = Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
      if (Number(digits) !== number || column <= lastColumn) {
        faults.push(`cell ${letters}${digits} in row ${number}`);
      }
      lastColumn = column;
    }
  }
  return faults;
}

/** Content types and relationships name what is there, and all of it. */
function nameFaults(parts: ReadonlyMap<string, XmlElement>): readonly string[] {
  const faults: string[] = [];
  const attribute = (path: string, element: string, name: string) =>
    all(parts.get(path) ?? NOTHING, element).map(({ attributes }) => attributes.get(name) ?? "");
  const typed = attribute("[Content_Types].xml", "Override", "PartName");
  const linked = attribute("xl/_rels/workbook.xml.rels", "Relationship", "Target");
  const own = [...parts.keys()].filter((name) => name.startsWith("xl/") && !name.includes("_rels"));
  const named = own.filter((name) => name !== "xl/workbook.xml");
  if (
    typed.toSorted().join() !==
    own
      .map((name) => `/${name}`)
      .toSorted()
      .join()
  ) {
    faults.push(`content types: ${typed.join()}`);
  }
  if (
    linked
      .map((name) => `xl/${name}`)
      .toSorted()
      .join() !== named.toSorted().join()
  ) {
    faults.push(`relationships: ${linked.join()}`);
  }
  const sheets = attribute("xl/workbook.xml", "sheet", "name");
  if (new Set(sheets.map((name) => name.toLowerCase())).size !== sheets.length) {
    faults.push(`sheets of one name: ${sheets.join()}`);
  }
  return faults;
}

/** Styles and shared texts that cells name are there. */
function referenceFaults(parts: ReadonlyMap<string, XmlElement>): readonly string[] {
  const faults: string[] = [];
  const styles = all(parts.get("xl/styles.xml") ?? NOTHING, "cellXfs")[0]?.children.length ?? 0;
  const texts = parts.get("xl/sharedStrings.xml")?.children.length ?? 0;
  for (const [name, part] of parts) {
    for (const cell of all(part, "c")) {
      if (Number(cell.attributes.get("s")) >= styles) faults.push(`${name}: no such style`);
      const isShared = cell.attributes.get("t") === "s";
      if (isShared && Number(cell.children[0]?.text) >= texts) faults.push(`${name}: no such text`);
    }
  }
  return faults;
}

const NOTHING: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };
