/*
 * The web servers that deploy/ is for, started for tests: the very files that are shipped, with only
 * ports, folders and origins of the test put into them. Each gets a folder of its own that is gone
 * afterwards. What they log can be read; ending one also ends its open answers.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT } from "./run.js";

/** @typedef {"nginx" | "caddy"} FrontName */
/** @type {readonly FrontName[]} */
export const FRONTS = ["nginx", "caddy"];

/**
 * @typedef {object} FrontOptions
 * @property {string} api origin that /billing is passed on to
 * @property {string} [dist] folder of the built app
 * @property {Record<string, unknown>} [config] what config.json says
 * @property {string} [direct] origin the page calls itself
 * @property {{ certificate: string, key: string }} [tls] files; without them plain HTTP
 * @property {string} [resolver] a name server; nginx knows no other way to find an address
 * @property {string} [authorities] file of the authorities that vouch for the API's certificate
 */

/**
 * @typedef {object} Front
 * @property {string} url with a slash at the end
 * @property {() => string} logs everything written so far
 * @property {() => Promise<void>} close
 */

/** Another Caddy than the one on the PATH may be tested. */
const CADDY = process.env.CADDY ?? "caddy";

/**
 * Caddy before 2.8 gives an answer that breaks off a proper end, when the API did not say how long it
 * would be (docs/hosting.md).
 * @param {FrontName} name
 * @returns {boolean}
 */
export function cutsWhatIsCut(name) {
  if (name === "nginx") return true;
  const [, major, minor] = /(\d+)\.(\d+)/.exec(execFileSync(CADDY, ["version"]).toString()) ?? [];
  return Number(major) > 2 || Number(minor) >= 8;
}

/** @returns {Promise<number>} a port that is free now */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

/** A value must be there to be changed: a file that no longer says so is a mistake of this one.
 * @param {string} text @param {readonly (readonly [string, string])[]} changes */
function changed(text, changes) {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`deploy/ no longer says: ${from}`);
    return before.replaceAll(from, to);
  }, text);
}

/** @param {string} path @param {readonly (readonly [string, string])[]} changes */
function change(path, changes) {
  writeFileSync(path, changed(readFileSync(path, "utf8"), changes));
}

/** The app as files, with a configuration of its own beside it. @param {string} folder
 * @param {string} dist @param {Record<string, unknown>} config */
function layOut(folder, dist, config) {
  const site = join(folder, "site");
  mkdirSync(site);
  for (const name of readdirSync(dist)) symlinkSync(resolve(dist, name), join(site, name));
  mkdirSync(join(folder, "config"));
  writeFileSync(join(folder, "config/config.json"), JSON.stringify(config));
}

/** @param {string} folder @param {number} port @param {FrontOptions} options */
function nginxCommand(folder, port, { api, direct = "", tls, authorities, resolver }) {
  cpSync(join(ROOT, "deploy/nginx"), join(folder, "billscope"), { recursive: true });
  copyFileSync(join(ROOT, "deploy/docker/nginx.conf"), join(folder, "nginx.conf"));
  const log = join(folder, "log");
  change(join(folder, "nginx.conf"), [
    ["/tmp/", `${folder}/`],
    ["/dev/stderr", `${log}-main`],
    ["worker_processes auto", "worker_processes 1"],
  ]);
  change(join(folder, "billscope/settings.conf"), [
    ['$billscope_api { default "https://api.gcore.com"; }', `$billscope_api { default "${api}"; }`],
    ['$billscope_direct { default ""; }', `$billscope_direct { default "${direct}"; }`],
    ['"/srv/billscope"', `"${folder}/config"`],
    ["resolver 127.0.0.53", `resolver ${resolver ?? "127.0.0.53"}`],
  ]);
  const secure = tls === undefined ? "" : " ssl";
  const certificate =
    tls === undefined
      ? ""
      : ` ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key}; ssl_session_cache off;`;
  change(join(folder, "billscope/billscope.conf"), [
    ["listen 8080;", `listen 127.0.0.1:${port}${secure};${certificate}`],
    ["root /srv/billscope;", `root ${folder}/site;`],
    ["/var/log/nginx/billscope.log", `${log}-access`],
    ["/var/log/nginx/billscope-error.log", `${log}-error`],
    ["/etc/ssl/certs/ca-certificates.crt", authorities ?? "/etc/ssl/certs/ca-certificates.crt"],
  ]);
  // A test that runs as root may not lose its rights: its folder is for its owner only.
  const user = process.getuid?.() === 0 ? "user root; " : "";
  const args = ["-p", folder, "-c", "nginx.conf", "-e", `${log}-main`, "-g", `${user}daemon off;`];
  return { command: "nginx", args, env: {} };
}

/** @param {string} folder @param {number} port @param {FrontOptions} options */
function caddyCommand(folder, port, { api, direct, tls, authorities }) {
  cpSync(join(ROOT, "deploy/caddy"), folder, { recursive: true });
  const origin = `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`;
  if (tls !== undefined) {
    change(join(folder, "Caddyfile"), [
      [
        "\troot * {$BILLSCOPE_ROOT",
        `\ttls ${tls.certificate} ${tls.key}\n\troot * {$BILLSCOPE_ROOT`,
      ],
      ["\tadmin off\n", "\tadmin off\n\tauto_https disable_redirects\n"],
    ]);
  }
  const env = {
    BILLSCOPE_SITE: origin,
    BILLSCOPE_ROOT: join(folder, "site"),
    BILLSCOPE_CONFIG: join(folder, "config"),
    BILLSCOPE_API: api,
    BILLSCOPE_MODE: direct === undefined ? "proxy" : "direct",
    ...(direct === undefined ? {} : { BILLSCOPE_DIRECT: direct }),
    ...(authorities === undefined ? {} : { SSL_CERT_FILE: authorities }),
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
  };
  const args = ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")];
  return { command: CADDY, args, env };
}

/**
 * @param {FrontName} name
 * @param {FrontOptions} options
 * @returns {Promise<Front>}
 */
export async function startFront(name, options) {
  const folder = mkdtempSync(join(tmpdir(), `billscope-${name}-`));
  layOut(folder, options.dist ?? join(ROOT, "dist"), options.config ?? {});
  const port = await freePort();
  const prepare = name === "nginx" ? nginxCommand : caddyCommand;
  const { command, args, env } = prepare(folder, port, options);
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (said += text));
  }
  /** @type {Promise<string>} */
  const ended = new Promise((done) => {
    child.once("error", (error) => done(String(error)));
    child.once("exit", (code) => done(`exit ${code}`));
  });
  /** @type {string | undefined} */
  let end;
  void ended.then((reason) => (end = reason));
  const logs = () =>
    said +
    readdirSync(folder)
      .filter((file) => file.startsWith("log-"))
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .join("");
  while (!(await answers(port))) {
    if (end !== undefined) {
      const all = logs();
      rmSync(folder, { recursive: true });
      throw new Error(`${name} did not start (${end}):\n${all}`);
    }
    await wait(20);
  }
  return {
    url: `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${port}/`,
    logs,
    close: async () => {
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 2_000);
      await ended;
      clearTimeout(killer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
