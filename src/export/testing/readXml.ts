/**
 * A strict little reader of XML 1.0 for tests: every tag closed in order, attributes quoted and each
 * once, no character that XML forbids, no reference it does not know. Throws at the first fault.
 */

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of the element itself, references resolved. */
  readonly text: string;
}

const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n/;
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)="([^"<]*)"/g;
// oxlint-disable-next-line no-control-regex -- what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

export function readXml(bytes: Buffer): XmlElement {
  const xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (!DECLARATION.test(xml)) throw new Error(`no declaration: ${xml.slice(0, 80)}`);
  if (FORBIDDEN.test(xml)) throw new Error("a forbidden character");
  let at = xml.indexOf("\n") + 1;
  const open: Building[] = [];
  let root: XmlElement | undefined;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    const text = xml.slice(at, next === -1 ? xml.length : next);
    const inside = open.at(-1);
    if (inside === undefined) {
      if (text !== "") throw new Error(`text outside: ${text.slice(0, 40)}`);
    } else inside.text += resolve(text);
    if (next === -1) break;
    TAG.lastIndex = next;
    const parts = TAG.exec(xml);
    if (parts === null) throw new Error(`no tag: ${xml.slice(next, next + 60)}`);
    at = TAG.lastIndex;
    const [, closing, name = "", attributes = "", empty] = parts;
    if (closing === "/") {
      const done = open.pop();
      if (done?.name !== name) throw new Error(`</${name}> closes <${done?.name}>`);
      if (open.length === 0) root = done;
      else open.at(-1)?.children.push(done);
      continue;
    }
    if (root !== undefined) throw new Error("two roots");
    const element = { name, attributes: readAttributes(attributes), children: [], text: "" };
    if (empty !== "/") open.push(element);
    else if (open.length === 0) root = element;
    else open.at(-1)?.children.push(element);
  }
  if (open.length > 0 || root === undefined) throw new Error("something is not closed");
  return root;
}

interface Building {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

function readAttributes(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of source.matchAll(ATTRIBUTE)) {
    if (found.has(name)) throw new Error(`${name} is there twice`);
    found.set(name, resolve(value));
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function resolve(text: string): string {
  if (text.includes("]]>")) throw new Error("]]> in a text");
  return text.replace(/&(?:#(\d+);|([a-z]+);|)/g, (reference, code?: string, name?: string) => {
    const named = name === undefined ? undefined : NAMED[name];
    if (code === undefined && named === undefined) throw new Error(`unknown ${reference}`);
    return named ?? String.fromCodePoint(Number(code));
  });
}
