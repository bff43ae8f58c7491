/**
 * Reads the patterns people write into a tree: literals, `.`, classes, `\d \w \s` and their
 * opposites, groups, `|`, `* + ? {m,n}`, `^ $`. Everything means what it means in a regular
 * expression that ignores case. What needs memory or looks around (back references, look-ahead,
 * `\b`) is refused, because matching must take time in proportion to the text.
 */

import {
  DIGITS,
  foldSet,
  joinRanges,
  LINE_BREAKS,
  negateSet,
  SPACE,
  WORD,
  type CodePointSet,
} from "./codePointSet.ts";

export type PatternNode =
  /** One character of the set. */
  | { readonly type: "set"; readonly set: CodePointSet }
  | { readonly type: "start" }
  | { readonly type: "end" }
  | { readonly type: "sequence"; readonly nodes: readonly PatternNode[] }
  | { readonly type: "choice"; readonly nodes: readonly PatternNode[] }
  /** `max` is Infinity for no limit. */
  | {
      readonly type: "repeat";
      readonly node: PatternNode;
      readonly min: number;
      readonly max: number;
    };

/** What is wrong; the sentence for it is made where it is read. */
export interface PatternFault {
  readonly code:
    | "patternTooLong"
    | "patternTooMuch"
    | "repeatsNothing"
    | "signRepeatsNothing"
    | "repeatsRepetition"
    | "brace"
    | "braceOrCount"
    | "countUpsideDown"
    | "countTooLarge"
    | "otherGroup"
    | "unpaired"
    | "rangeUpsideDown"
    | "beforeNothing"
    | "unsupported"
    | "fewDigits";
  /** The part of the pattern it is about, or the most there may be. */
  readonly of?: string;
  /** What that lacks. */
  readonly lacks?: string;
}

/** Why a text is no pattern, and where (0-based, in UTF-16 units). */
export interface PatternProblem {
  readonly problem: PatternFault;
  readonly at: number;
}

export const MAX_PATTERN_LENGTH = 1000;
/** The largest count in `{m,n}`. */
const MAX_REPEAT = 100;
/** Steps a pattern may have once its counts are written out. */
const MAX_STEPS = 512;

export function parsePattern(text: string): PatternNode | PatternProblem {
  if (text.length > MAX_PATTERN_LENGTH) {
    return { problem: { code: "patternTooLong", of: String(MAX_PATTERN_LENGTH) }, at: 0 };
  }
  try {
    const tree = parse(text);
    return stepsOf(tree) < MAX_STEPS ? tree : { problem: { code: "patternTooMuch" }, at: 0 };
  } catch (cause) {
    if (cause instanceof SyntaxProblem) return { problem: cause.problem, at: cause.at };
    throw cause;
  }
}

/** How many steps the node is as a program (patternProgram.ts), without writing them out. */
export function stepsOf(node: PatternNode): number {
  if (node.type === "repeat") {
    const { min, max } = node;
    const once = stepsOf(node.node);
    if (once === 0) return 0;
    return max === Infinity ? once * (min + 1) + 1 : once * max + max - min;
  }
  if (!("nodes" in node)) return 1;
  const forks = node.type === "choice" ? node.nodes.length - 1 : 0;
  return node.nodes.reduce((steps, child) => steps + stepsOf(child), forks);
}

class SyntaxProblem extends Error {
  readonly problem: PatternFault;
  readonly at: number;
  constructor(problem: PatternFault, at: number) {
    super(problem.code);
    this.problem = problem;
    this.at = at;
  }
}

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, "0": 0 };
const COUNT = /^\{(\d+)(?:(,)(\d*))?\}/;

function parse(text: string): PatternNode {
  let at = 0;

  const choice = (): PatternNode => {
    const nodes = [sequence()];
    while (text[at] === "|") {
      at += 1;
      nodes.push(sequence());
    }
    return nodes.length === 1 ? nodes[0]! : { type: "choice", nodes };
  };

  const sequence = (): PatternNode => {
    const nodes: PatternNode[] = [];
    while (at < text.length && text[at] !== "|" && text[at] !== ")") nodes.push(repeated());
    return { type: "sequence", nodes };
  };

  const repeated = (): PatternNode => {
    const from = at;
    const node = atom();
    const count = quantifier();
    if (count === undefined) return node;
    if (node.type === "start" || node.type === "end") {
      throw new SyntaxProblem({ code: "repeatsNothing", of: text.slice(from, at) }, from);
    }
    return { type: "repeat", node, min: count[0], max: count[1] };
  };

  const quantifier = (): readonly [number, number] | undefined => {
    const from = at;
    const sign = text[at];
    let count: readonly [number, number] | undefined;
    if (sign === "*") count = [0, Infinity];
    else if (sign === "+") count = [1, Infinity];
    else if (sign === "?") count = [0, 1];
    if (count !== undefined) at += 1;
    else if (sign === "{") {
      const parts = COUNT.exec(text.slice(at));
      if (parts === null) throw new SyntaxProblem({ code: "braceOrCount" }, at);
      const min = Number(parts[1]);
      const max = parts[2] === undefined ? min : parts[3] === "" ? Infinity : Number(parts[3]);
      if (min > max) throw new SyntaxProblem({ code: "countUpsideDown", of: parts[0] }, at);
      if (min > MAX_REPEAT || (max > MAX_REPEAT && max !== Infinity)) {
        throw new SyntaxProblem({ code: "countTooLarge", of: String(MAX_REPEAT) }, at);
      }
      count = [min, max];
      at += parts[0].length;
    }
    // How eager a repetition is makes no difference to whether a text fits.
    if (count !== undefined && text[at] === "?") at += 1;
    if (count !== undefined && /[*+?{]/.test(text[at] ?? "")) {
      throw new SyntaxProblem({ code: "repeatsRepetition", of: text.slice(from, at + 1) }, at);
    }
    return count;
  };

  const atom = (): PatternNode => {
    const from = at;
    const char = String.fromCodePoint(text.codePointAt(at)!);
    at += char.length;
    switch (char) {
      case ".":
        return { type: "set", set: negateSet(LINE_BREAKS) };
      case "^":
        return { type: "start" };
      case "$":
        return { type: "end" };
      case "(":
        return group(from);
      case "[":
        return { type: "set", set: characterClass(from) };
      case "\\": {
        const escaped = escape(from);
        return typeof escaped === "number"
          ? literal(String.fromCodePoint(escaped))
          : { type: "set", set: escaped };
      }
      case "*":
      case "+":
      case "?":
        throw new SyntaxProblem({ code: "signRepeatsNothing", of: char }, from);
      case "{":
        throw new SyntaxProblem({ code: "brace" }, from);
      default:
        return literal(char);
    }
  };

  const group = (from: number): PatternNode => {
    if (text[at] === "?") {
      if (text[at + 1] !== ":") {
        throw new SyntaxProblem({ code: "otherGroup" }, from);
      }
      at += 2;
    }
    const node = choice();
    if (text[at] !== ")") throw new SyntaxProblem({ code: "unpaired", of: "(", lacks: ")" }, from);
    at += 1;
    return node;
  };

  const characterClass = (from: number): CodePointSet => {
    const negated = text[at] === "^";
    if (negated) at += 1;
    const ranges: number[] = [];
    while (text[at] !== "]") {
      const low = classMember(from);
      if (typeof low !== "number") {
        ranges.push(...low);
        continue;
      }
      let high = low;
      if (text[at] === "-" && at + 1 < text.length && text[at + 1] !== "]") {
        const dash = at;
        at += 1;
        const end = classMember(from);
        if (typeof end !== "number" || end < low) {
          throw new SyntaxProblem({ code: "rangeUpsideDown" }, dash);
        }
        high = end;
      }
      ranges.push(low, high);
    }
    at += 1;
    const set = foldSet(joinRanges(ranges));
    return negated ? negateSet(set) : set;
  };

  const classMember = (from: number): number | CodePointSet => {
    if (at >= text.length) throw new SyntaxProblem({ code: "unpaired", of: "[", lacks: "]" }, from);
    const point = text.codePointAt(at)!;
    at += point > 0xffff ? 2 : 1;
    if (point !== 0x5c) return point;
    if (text[at] === "-") {
      at += 1;
      return 0x2d;
    }
    return escape(at - 1);
  };

  const escape = (from: number): number | CodePointSet => {
    if (at >= text.length) throw new SyntaxProblem({ code: "beforeNothing", of: "\\" }, from);
    const point = text.codePointAt(at)!;
    const char = String.fromCodePoint(point);
    at += char.length;
    switch (char) {
      case "d":
        return DIGITS;
      case "D":
        return negateSet(DIGITS);
      case "w":
        return WORD;
      case "W":
        return negateSet(WORD);
      case "s":
        return SPACE;
      case "S":
        return negateSet(SPACE);
      case "x":
        return hexadecimal(2, from);
      case "u":
        return hexadecimal(4, from);
      default:
    }
    const control = CONTROLS[char];
    if (control !== undefined && !(char === "0" && /\d/.test(text[at] ?? ""))) return control;
    if (/[A-Za-z0-9]/.test(char)) {
      throw new SyntaxProblem({ code: "unsupported", of: `\\${char}` }, from);
    }
    return point;
  };

  const hexadecimal = (length: number, from: number): number => {
    const digits = text.slice(at, at + length);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
      throw new SyntaxProblem(
        { code: "fewDigits", of: text.slice(from, at), lacks: String(length) },
        from,
      );
    }
    at += length;
    return Number.parseInt(digits, 16);
  };

  const whole = choice();
  if (at < text.length) throw new SyntaxProblem({ code: "unpaired", of: ")", lacks: "(" }, at);
  return whole;
}

/** A character in lower case, as texts are; a few become two characters by that. */
function literal(char: string): PatternNode {
  const nodes = Array.from(char.toLowerCase(), (lower): PatternNode => {
    const point = lower.codePointAt(0)!;
    return { type: "set", set: [point, point] };
  });
  return nodes.length === 1 ? nodes[0]! : { type: "sequence", nodes };
}
