/*
 * The package as `npx` would run it: packed, unpacked elsewhere, started with Node and nothing else.
 * There are no other packages beside it, so what it serves and how it starts is all in it.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.ts";
import { rowsShown } from "./grid.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

let folder = "";
let bin = "";
const started: ChildProcess[] = [];

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "billscope-packed-"));
  const pack = ["pack", "--ignore-scripts", "--pack-destination", folder, "--silent"];
  const name = execFileSync("npm", pack, { cwd: ROOT, encoding: "utf8" }).trim();
  execFileSync("tar", ["-xzf", join(folder, name), "-C", folder]);
  bin = join(folder, "package/scripts/billscope.js");
});

test.afterAll(async () => {
  await Promise.all(
    started.map(async (child) => {
      // It may have ended: nobody reads what it says any more.
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, "exit");
      child.kill();
      await exit;
    }),
  );
  await rm(folder, { recursive: true });
});

/** Starts the packed program; gives the address it prints. */
async function start(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [bin, "--port", "0", ...args], { cwd: folder });
  started.push(child);
  let said = "";
  for await (const part of child.stdout.setEncoding("utf8")) {
    said += part;
    const url = /http:\S+\/$/m.exec(said)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`It ended without an address: ${said}`);
}

function run(...args: string[]): { status: number; said: string } {
  try {
    return {
      status: 0,
      said: execFileSync(process.execPath, [bin, ...args], { encoding: "utf8", stdio: "pipe" }),
    };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { status, said: stderr };
  }
}

test("the packed app opens a sample report", async ({ page }) => {
  expect(await readdir(join(folder, "package"))).not.toContain("node_modules");
  const shipped = await readdir(join(folder, "package/dist"), { recursive: true });
  expect(shipped).toContain("licenses.txt");
  expect(shipped.filter((name) => name.endsWith(".map"))).toEqual([]);
  await page.goto(await start("--samples", "--product", "Acme Bills"));
  await expect(page).toHaveTitle("Acme Bills");
  await page.getByRole("button", { name: "Try a sample report" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
});

test("it passes on to the API it is given, and says what it does not understand", async ({
  page,
}) => {
  await page.goto(await start("--api", "http://127.0.0.1:9"));
  await expect(page.getByRole("heading", { name: "Billscope" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try a sample report" })).toHaveCount(0);
  expect(run("--help").said).toContain("--samples");
  expect(run("--version").said).toMatch(/^\d+\.\d+\.\d+\n$/);
  for (const wrong of [["--port", "http"], ["--api", "api.gcore.com"], ["--what"]]) {
    expect(run(...wrong).status).toBe(1);
    expect(run(...wrong).said).toContain(wrong[0] ?? "?");
  }
});
