import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readZip } from "./testing/readZip.ts";
import { createZipWriter } from "./zipWriter.ts";

const NOW = new Date(2026, 10, 24, 13, 5, 6);

describe("an archive", () => {
  test("holds every entry whole, whatever the pieces it came in", async () => {
    const chunks: Uint8Array[] = [];
    const zip = createZipWriter({ write: (chunk) => void chunks.push(chunk.slice()) }, NOW);
    const contents = new Map<string, Buffer>([
      ["empty.txt", Buffer.alloc(0)],
      ["one byte", Buffer.from("x")],
      ["Füße/名前.csv", Buffer.from("a,b\n".repeat(100_000))],
      ["random", randomBytes(300_000)],
    ]);
    for (const [name, content] of contents) {
      await zip.entry(name, async (entry) => {
        for (let at = 0; at < content.length; at += 65_521) {
          await entry.write(Uint8Array.from(content.subarray(at, at + 65_521)));
        }
      });
    }
    await zip.finish();
    expect(readZip(Buffer.concat(chunks))).toEqual(contents);
  });

  test("passes on what its reader or its writer throws", async () => {
    const full = new Error("disk full");
    const broken = createZipWriter({ write: () => Promise.reject(full) }, NOW);
    await expect(broken.entry("a", () => Promise.resolve())).rejects.toBe(full);

    let written = 0;
    const filling = createZipWriter(
      { write: () => ((written += 1) > 1 ? Promise.reject(full) : Promise.resolve()) },
      NOW,
    );
    await expect(
      filling.entry("a", async (entry) => {
        for (let i = 0; i < 50; i += 1) await entry.write(Uint8Array.from(randomBytes(65_536)));
      }),
    ).rejects.toBe(full);

    const stopped = new Error("stopped");
    const zip = createZipWriter({ write: () => undefined }, NOW);
    await expect(zip.entry("a", () => Promise.reject(stopped))).rejects.toBe(stopped);
  });
});
