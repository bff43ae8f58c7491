/*
 * Which room of `src/` may import which, as the README promises and lint enforces: a made-up house in
 * which every room, and a folder in it, imports every other one and a folder in that.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const house = mkdtempSync(join(tmpdir(), "billscope-house-"));
afterAll(() => rmSync(house, { recursive: true }));

/** @type {Readonly<Record<string, readonly string[]>>} */
const MAY_IMPORT = {
  model: [],
  words: ["model"],
  load: ["model"],
  workbook: ["model"],
  engine: ["model"],
  export: ["model", "engine"],
  link: ["model"],
  grid: ["model", "words"],
  "worker/tasks": ["model", "load", "engine", "export"],
  app: ["model", "words", "link", "grid"],
};
const ROOMS = Object.keys(MAY_IMPORT);

/** @param {string} file @param {string} text */
function write(file, text) {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test("a room imports what its README says, and nothing else", () => {
  copyFileSync(join(root, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
  /** @type {string[]} */
  const forbidden = [];
  for (const room of ROOMS) {
    for (const other of ROOMS.filter((one) => one !== room)) {
      for (const from of ["", "deep/"]) {
        for (const into of ["", "deep/"]) {
          const up = `${room}/${from}`.replaceAll(/[^/]+\//g, "../");
          const file = `src/${room}/${from}${other.replace("/", "-")}${into === "" ? "" : "-deep"}.ts`;
          write(file, `import { x } from "${up}${other}/${into}x.ts";\nexport const y = x;\n`);
          if (!MAY_IMPORT[room]?.includes(other)) forbidden.push(file);
        }
      }
    }
  }
  const oxlint = join(root, "node_modules/.bin/oxlint");
  const { stdout } = spawnSync(oxlint, ["--format=json", "src"], { cwd: house, encoding: "utf8" });
  /** @type {{ diagnostics: { code: string, filename: string }[] }} */
  const { diagnostics } = JSON.parse(stdout);
  const refused = diagnostics
    .filter(({ code }) => code.includes("no-restricted-imports"))
    .map(({ filename }) => filename);
  expect(refused.toSorted()).toEqual(forbidden.toSorted());
});
