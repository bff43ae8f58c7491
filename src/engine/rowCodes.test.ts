import fc from "fast-check";
import { expect, test } from "vitest";
import { RowCodes } from "./rowCodes.ts";

test("is the map of what was added", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(65_535), { maxLength: 100 }),
      fc.nat(65_535),
      (rows, other) => {
        const codes = new RowCodes();
        const map = new Map<number, number>();
        for (const row of rows.sort((a, b) => a - b)) {
          codes.add(row, row + 70_000);
          map.set(row, row + 70_000);
        }
        codes.trim();
        expect([...codes]).toEqual([...map]);
        expect(codes.size).toBe(map.size);
        expect(codes.byteLength).toBe(6 * map.size);
        for (const row of [...rows, other]) expect(codes.get(row)).toBe(map.get(row));
        const visited: [number, number][] = [];
        codes.forEach((code, row) => visited.push([row, code]));
        expect(visited).toEqual([...map]);
      },
    ),
  );
});
