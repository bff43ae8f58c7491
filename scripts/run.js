/*
 * Runs another program and waits for it, its output going where ours goes. npm is started through
 * the Node that runs us where possible, so the same npm serves everything and no shell is involved.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to ours
 * @returns {boolean} whether it ended well
 */
export function run(command, args, env = {}) {
  const options = /** @type {const} */ ({ cwd: ROOT, stdio: "inherit" });
  return spawnSync(command, args, { ...options, env: { ...process.env, ...env } }).status === 0;
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean}
 */
export function npm(args, env = {}) {
  const path = process.env.npm_execpath;
  if (path !== undefined && path.endsWith(".js"))
    return run(process.execPath, [path, ...args], env);
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, env);
}
