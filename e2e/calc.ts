/*
 * LibreOffice Calc without a window, and folders for what other programs read and write.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

export const run = promisify(execFile);

/** Gives `work` a folder of its own, which is gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "billscope-programs-"));
  try {
    return await work(folder);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw missing
      ? new Error("This test needs them: apt-get install libreoffice-calc python3", {
          cause: error,
        })
      : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Conversion {
  /** In `folder`; what comes of it lies there too. Calc's own settings are in `profile`. */
  readonly file: string;
  /** The name of the filter with its tokens. */
  readonly filter: string;
  readonly infilter?: string;
  readonly timeout: number;
}

export async function convertByCalc(folder: string, conversion: Conversion): Promise<void> {
  const { file, filter, infilter, timeout } = conversion;
  await run(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      ...(infilter === undefined ? [] : [`--infilter=${infilter}`]),
      "--convert-to",
      filter,
      "--outdir",
      folder,
      join(folder, file),
    ],
    { timeout },
  );
}
