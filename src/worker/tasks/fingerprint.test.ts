/**
 * The fingerprint from a report's bytes to its digits, through tokenizer and hash, against an
 * implementation of the format of its own (docs/link-format.md) over the texts of the cells.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Digest } from "../../engine/digestBlocks.ts";
import { ReportHash } from "../../engine/reportHash.ts";
import { anyReport } from "../../load/testing/anyReport.ts";
import { pieces } from "../../load/testing/readReport.ts";
import { ReportTokenizer } from "../../load/tokenizer.ts";
import { UNINTERRUPTED } from "../../model/turn.ts";
import { createDataset } from "./dataset.ts";

type Line = readonly string[];

interface Vector {
  readonly what: string;
  readonly report: string;
  /** The texts of the headers, then of each row. */
  readonly lines: readonly [Line, ...Line[]];
  readonly fingerprint: string;
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL("../fixtures/fingerprints.json", import.meta.url), "utf8"),
);

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function bytesOfLine(texts: Line): Buffer {
  const last = texts.findLastIndex((text) => text !== "");
  const cells = texts.slice(0, last + 1).map(bytesOf);
  const marked = cells.flatMap((cell, place) =>
    place === 0 ? [cell] : [Buffer.from([0xff]), cell],
  );
  return Buffer.concat([...marked, Buffer.from([0xfe])]);
}

/** UTF-8, and three bytes for half of a surrogate pair. */
function bytesOf(text: string): Buffer {
  if (!/\p{Surrogate}/u.test(text)) return Buffer.from(text);
  return Buffer.concat(
    Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return (code & 0x1ff800) === 0xd800
        ? Buffer.from([0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
        : Buffer.from(character);
    }),
  );
}

function byTheFormat([headers, ...rows]: readonly [Line, ...Line[]]): string {
  const bytes = Buffer.concat(rows.map(bytesOfLine));
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 2 ** 18) {
    blocks.push(sha256(bytes.subarray(at, at + 2 ** 18)));
  }
  const root = sha256(Buffer.from([0xfd]), sha256(bytesOfLine(headers)), ...blocks);
  return root.toString("hex").slice(0, 16);
}

function written([headers, ...rows]: readonly Line[]): string {
  return JSON.stringify({ headers, rows });
}

async function fingerprint(
  report: string,
  chunkBytes = Number.POSITIVE_INFINITY,
  digest?: Digest,
): Promise<string | undefined> {
  const hash = digest === undefined ? new ReportHash() : new ReportHash(undefined, digest);
  const body = new TextEncoder().encode(report);
  const tokenizer = new ReportTokenizer(hash);
  for (const piece of pieces(body, Math.min(chunkBytes, body.length))) {
    tokenizer.push(piece);
    await hash.caughtUp();
  }
  tokenizer.end();
  return hash.finish();
}

describe("the vectors", () => {
  test.each(vectors)("$what", async ({ report, lines, fingerprint: expected }) => {
    expect(byTheFormat(lines)).toBe(expected);
    await expect(fingerprint(report)).resolves.toBe(expected);
    await expect(fingerprint(report, 1)).resolves.toBe(expected);
  });

  test("those of unlike content are unlike", () => {
    const contents = new Set(vectors.map(({ lines }) => JSON.stringify(lines)));
    expect(new Set(vectors.map((vector) => vector.fingerprint)).size).toBe(contents.size);
  });
});

describe("any report", () => {
  test("has the same one in any notation and any pieces", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.integer({ min: 1, max: 40 }), async (report, chunkBytes) => {
        const rows = report.rows.map((row) => row.map(([, text]) => text));
        const lines = [report.headers, ...rows] as const;
        await expect(fingerprint(report.text, chunkBytes)).resolves.toBe(byTheFormat(lines));
      }),
    );
  });

  test("has another one once a cell, a header or the order of rows is another", async () => {
    const anyLine = fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 });
    const anyLines = fc.array(anyLine, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(anyLines, fc.nat(), fc.nat(), async (lines, atLine, atCell) => {
        const place = atLine % lines.length;
        const changed = lines.map((line, index) =>
          index === place
            ? line.map((text, cell) => (cell === atCell % line.length ? `${text}.` : text))
            : line,
        );
        const [headers = [], ...rows] = lines;
        const swapped = [headers, ...rows.slice(1), ...rows.slice(0, 1)];
        const before = await fingerprint(written(lines));
        await expect(fingerprint(written(changed))).resolves.not.toBe(before);
        const sameOrder =
          byTheFormat([headers, ...rows]) === byTheFormat([headers, ...swapped.slice(1)]);
        expect((await fingerprint(written(swapped))) === before).toBe(sameOrder);
      }),
    );
  });
});

describe("a long report", () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => [String(row).padStart(60, "0")]);
  const report = JSON.stringify({ headers: ["n"], rows });

  test("is hashed block by block", async () => {
    const expected = byTheFormat([["n"], ...rows]);
    expect(expected).toBe("ce8776cbe17b162d");
    await expect(fingerprint(report)).resolves.toBe(expected);
    await expect(fingerprint(report, 65_537)).resolves.toBe(expected);
  });

  test("waits while many sheets wait", async () => {
    const asked: (() => void)[] = [];
    const slow: Digest = (bytes) => {
      const copy = bytes.slice();
      return new Promise((resolve) =>
        asked.push(() => resolve(crypto.subtle.digest("SHA-256", copy))),
      );
    };
    const thrice = [...rows, ...rows, ...rows];
    const hash = new ReportHash(undefined, slow);
    const body = new TextEncoder().encode(JSON.stringify({ headers: ["n"], rows: thrice }));
    const tokenizer = new ReportTokenizer(hash);
    let most = 0;
    for (const piece of pieces(body, 65_536)) {
      tokenizer.push(piece);
      most = Math.max(most, asked.length);
      if (!hash.behind) continue;
      const free = hash.caughtUp();
      for (const answer of asked.splice(0)) answer();
      await free;
    }
    tokenizer.end();
    const finished = hash.finish();
    const answering = setInterval(() => {
      for (const answer of asked.splice(0)) answer();
    });
    await expect(finished).resolves.toBe(byTheFormat([["n"], ...thrice]));
    clearInterval(answering);
    // Four sheets of four blocks.
    expect(most).toBe(16);
  });
});

describe("no fingerprint", () => {
  const { report } = vectors[2] ?? { report: "" };

  test("where the browser has no digest, or it fails", async () => {
    vi.stubGlobal("crypto", {});
    await expect(fingerprint(report)).resolves.toBeUndefined();
    vi.unstubAllGlobals();
    await expect(
      fingerprint(report, 7, () => Promise.reject(new Error("no memory"))),
    ).resolves.toBe(undefined);
  });

  test("before the whole report is in", async () => {
    const dataset = createDataset(() => UNINTERRUPTED);
    const tokenizer = new ReportTokenizer(dataset.sink);
    tokenizer.push(new TextEncoder().encode(report));
    expect(dataset.summary().fingerprint).toBeUndefined();
    await dataset.seal();
    expect(dataset.summary().fingerprint).toBe(vectors[2]?.fingerprint);
  });
});
