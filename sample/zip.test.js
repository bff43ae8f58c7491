import { expect, test } from "vitest";
import { crc32, writeZip } from "./zip.js";

test("the checksum is the usual one, also in pieces", () => {
  expect(crc32(0, Buffer.from("123456789"))).toBe(0xcbf43926);
  expect(crc32(crc32(0, Buffer.from("1234")), Buffer.from("56789"))).toBe(0xcbf43926);
});

test("a reader who stops early leaves nothing running", async () => {
  let made = 0;
  const content = (function* () {
    for (; made < 10_000; made++) yield Buffer.alloc(64 * 1024, made);
  })();
  for await (const block of writeZip([{ name: "large", content }])) {
    if (block.length > 1_000) break;
  }
  expect(made).toBeLessThan(10_000);
});
