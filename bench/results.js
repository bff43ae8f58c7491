/* Puts the last results into bench/README.md, between its two marks. */
import { readFileSync, writeFileSync } from "node:fs";

const README = new URL("README.md", import.meta.url);
const MARKS = /(<!-- results -->\n)[^]*(<!-- end of results -->)/;

/** @param {string} text */
export function writeResults(text) {
  const readme = readFileSync(README, "utf8");
  if (!MARKS.test(readme)) throw new Error("bench/README.md has no place for results.");
  writeFileSync(
    README,
    readme.replace(MARKS, (_, start, end) => `${start}\n${text}\n${end}`),
  );
}
