/**
 * A pattern written out as steps (Thompson's construction), which a machine runs (pattern.ts). How many
 * they may be is known before (patternSyntax.ts): whoever only judges a pattern writes out nothing.
 */

import { hasCodePoint, LAST_CODE_POINT } from "./codePointSet.ts";
import { parsePattern, stepsOf, type PatternNode, type PatternProblem } from "./patternSyntax.ts";
import { lastAtMost } from "./lastAtMost.ts";

/** What each step does; `set` takes a character, the others take none. */
type Step =
  | { readonly type: "set"; readonly classes: Uint8Array; to: number }
  | { readonly type: "start" | "end"; to: number }
  | { readonly type: "fork"; to: number; other: number }
  | { readonly type: "fit" };

/** Characters that no set of the pattern tells apart share a class. */
interface Alphabet {
  /** First code point of each class's range, ascending; class = index. */
  readonly starts: readonly number[];
  /** Class of each ASCII byte, in lower case. */
  readonly ascii: Uint16Array;
  readonly classOf: (point: number) => number;
}

export interface PatternProgram {
  readonly steps: readonly Step[];
  /** Where every match begins. */
  readonly first: number;
  readonly alphabet: Alphabet;
}

export function readPattern(text: string): PatternProgram | PatternProblem {
  const tree = parsePattern(text);
  return "problem" in tree ? tree : programOf(tree, alphabetOf(tree));
}

function alphabetOf(tree: PatternNode): Alphabet {
  const bounds = new Set([0]);
  const visit = (node: PatternNode): void => {
    if (node.type === "set") {
      for (let i = 0; i < node.set.length; i += 2) {
        bounds.add(node.set[i]!);
        bounds.add(node.set[i + 1]! + 1);
      }
    } else if (node.type === "repeat") visit(node.node);
    else if ("nodes" in node) for (const child of node.nodes) visit(child);
  };
  visit(tree);
  bounds.delete(LAST_CODE_POINT + 1);
  const starts = [...bounds].sort((a, b) => a - b);
  const classOf = (point: number): number => lastAtMost(starts, point);
  const ascii = Uint16Array.from({ length: 128 }, (_, byte) =>
    classOf(byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte),
  );
  return { starts, ascii, classOf };
}

/** The tree written out as steps. */
function programOf(tree: PatternNode, alphabet: Alphabet): PatternProgram {
  const steps: Step[] = [{ type: "fit" }];

  const add = (step: Step): number => steps.push(step) - 1;

  /** Steps for the node that go on at `to`; returns where they begin. */
  const emit = (node: PatternNode, to: number): number => {
    if (node.type === "set") {
      const classes = Uint8Array.from(alphabet.starts, (point) =>
        hasCodePoint(node.set, point) ? 1 : 0,
      );
      return add({ type: "set", classes, to });
    }
    if (node.type === "start" || node.type === "end") return add({ type: node.type, to });
    if (node.type === "sequence") {
      return node.nodes.reduceRight((next, child) => emit(child, next), to);
    }
    if (node.type === "choice") {
      return node.nodes
        .map((child) => emit(child, to))
        .reduceRight((other, option) => add({ type: "fork", to: option, other }));
    }
    // However often nothing is repeated, it stays nothing.
    if (stepsOf(node) === 0) return to;
    let next = to;
    if (node.max === Infinity) {
      const fork = { type: "fork" as const, to: 0, other: to };
      next = add(fork);
      fork.to = emit(node.node, next);
    } else {
      for (let i = node.min; i < node.max; i += 1) {
        next = add({ type: "fork", to: emit(node.node, next), other: to });
      }
    }
    for (let i = 0; i < node.min; i += 1) next = emit(node.node, next);
    return next;
  };

  return { first: emit(tree, 0), steps, alphabet };
}
