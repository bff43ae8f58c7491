import fc from "fast-check";
import { expect, test } from "vitest";
import { createBlobCollector } from "./blobCollector.ts";

test("the blob is the bytes, however they came and were folded", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 50 }),
      async (chunks, foldBytes) => {
        const collector = createBlobCollector(foldBytes);
        for (const chunk of chunks) collector.add(new Uint8Array(chunk));
        const blob = collector.finish("text/csv");
        expect(blob.type).toBe("text/csv");
        const bytes = chunks.flatMap((chunk) => [...chunk]);
        expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual(bytes);
      },
    ),
    { numRuns: 50 },
  );
});
