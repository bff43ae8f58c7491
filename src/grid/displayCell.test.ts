import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CellKind } from "../model/cell.ts";
import type { ColumnKey, ColumnKind } from "../model/column.ts";
import { columnId } from "../model/positions.ts";
import { displayCell, exactCell } from "./displayCell.ts";
import type { GridColumn } from "./gridProps.ts";

function column(kind: ColumnKind, fractionDigits: number): GridColumn {
  return {
    id: columnId(0),
    key: "Cost" as ColumnKey,
    label: "Cost",
    kind,
    width: 100,
    fractionDigits,
    sort: undefined,
    filtered: false,
    pinned: undefined,
  };
}

function display(text: string, kind: ColumnKind = "money", fractionDigits = 10) {
  return displayCell(column(kind, fractionDigits), { text, kind: CellKind.string });
}

/** Quiet pieces in brackets, gaps as a space, the padding behind a bar. */
function drawn(text: string, kind: ColumnKind = "money", fractionDigits = 10): string {
  const { pieces, pad } = display(text, kind, fractionDigits);
  const words = pieces.map(
    (piece) =>
      (piece.gap === true ? " " : "") + (piece.quiet === true ? `(${piece.text})` : piece.text),
  );
  return words.join("") + (pad === "" ? "" : `|${pad}`);
}

describe("amounts", () => {
  test("zeros at the end are quieter, cents never", () => {
    expect(drawn("204.5512000000")).toBe("204.5512(000000)");
    expect(drawn("204.0000000000")).toBe("204.00(00000000)");
    expect(drawn("204.5000000000")).toBe("204.50(00000000)");
    expect(drawn("100", "integer", 0)).toBe("100");
  });

  test("shorter fractions leave room, so that points stand under each other", () => {
    expect(drawn("204.55")).toBe("204.55|00000000");
    expect(drawn("204")).toBe("204|.0000000000");
    expect(drawn("204.5512", "decimal", 4)).toBe("204.5512");
  });

  test("digits before the point are grouped", () => {
    expect(drawn("1234567.1234567", "money", 7)).toBe("1 234 567.1234567");
    expect(drawn("-1234", "integer", 0)).toBe("-1 234");
    expect(drawn("123456789012345678901234", "integer", 0)).toBe("123 456 789 012 345 678 901 234");
  });

  test("a negative one is toned and keeps its sign", () => {
    expect(display("-70.00").tone).toBe("negative");
    expect(drawn("-70.00", "money", 2)).toBe("-70.00");
  });

  test.each(["", "n/a", "1,234.50", "1e5", ".5", "5.", "12 %"])("%j stays as it is", (text) => {
    expect(drawn(text)).toBe(text);
    expect(display(text).tone).toBe("normal");
  });
});

test("exactly as in the report: the text and nothing else", () => {
  const cell = { text: "-1234.5000", kind: CellKind.string };
  expect(exactCell(column("money", 10), cell)).toEqual({
    pieces: [{ text: "-1234.5000" }],
    tone: "normal",
    pad: "",
    share: undefined,
  });
});

test("ids and texts are never taken for amounts", () => {
  expect(drawn("-007.5000", "id")).toBe("-007.5000");
  expect(drawn("10.5000", "text")).toBe("10.5000");
});

test("the pieces joined are the text, whatever it is", () => {
  const numbers = fc.tuple(fc.bigInt(), fc.stringMatching(/^\d{0,14}$/));
  const texts = fc.oneof(
    fc.string(),
    numbers.map(([whole, fraction]) => `${whole}.${fraction}`),
  );
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 1000 }), (text, fractionDigits) => {
      const { pieces, pad } = display(text, "money", fractionDigits);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      expect(pad.length).toBeLessThanOrEqual(41);
    }),
  );
});

const shown = (text: string, kind: CellKind, columnKind: ColumnKind = "money") =>
  displayCell(column(columnKind, 2), { text, kind })
    .pieces.map((piece) => piece.text)
    .join("");

describe("numbers a file wrote with a decimal comma", () => {
  test("are drawn as the file has them, in ids and texts too", () => {
    expect(shown("1234567.50", CellKind.grouped)).toBe("1.234.567,50");
    expect(shown("-1234567.50", CellKind.comma)).toBe("-1234567,50");
    expect(shown("1234", CellKind.grouped, "id")).toBe("1.234");
    expect(shown("0.5", CellKind.comma, "text")).toBe("0,5");
    const exact = exactCell(column("money", 2), { text: "1234.50", kind: CellKind.grouped });
    expect(exact.pieces).toEqual([{ text: "1.234,50" }]);
  });
});
