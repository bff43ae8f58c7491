/*
 * Writes the parts of deploy/ that say what every answer carries, from security.js: `node
 * scripts/writeDeploy.js` after a change there. A test compares the files with what this would write,
 * so the three servers cannot drift apart.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.js";
import { PASSED_ON, WITHHELD, headersWith, securityHeaders } from "./security.js";

const NOTE = "# Written by scripts/writeDeploy.js from scripts/security.js. Change it there.";

/** @param {Record<string, string>} headers @param {(name: string, value: string) => string} line */
const each = (headers, line) => Object.entries(headers).map(([name, value]) => line(name, value));

/** @param {string} name of a header */
const variable = (name) => name.toLowerCase().replaceAll("-", "_");

/** Everything goes, the name of the host among it, which the server itself still needs. */
const HELD_HOST = "\t\tkept_host {http.request.hostport}";
const TAKEN_OFF = ["\trequest_header -**", "\trequest_header Host {http.vars.kept_host}"];
const API_HOST = ["\theader_up Host {upstream_hostport}"];

const ADDED_BY_CADDY = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via"];

function nginxHeaders() {
  const headers = headersWith("$billscope_connect", "$billscope_embedder");
  const lines = [
    ...each(headers, (name, value) => `add_header ${name} "${value}" always;`),
    "# Empty, and then not sent, unless the browser came by TLS.",
    "add_header Strict-Transport-Security $billscope_hsts always;",
  ];
  return [NOTE, ...lines, ""].join("\n");
}

function nginxProxy() {
  const lines = [
    ...PASSED_ON.map((name) => `proxy_set_header ${name} $http_${variable(name)};`),
    ...WITHHELD.map((name) => `proxy_hide_header ${name};`),
  ];
  return [NOTE, ...lines, ""].join("\n");
}

/** @param {string} mode @param {Record<string, string>} headers */
function caddySnippet(mode, headers) {
  const lines = each(headers, (name, value) => `\t\t${name} \`${value}\``);
  return [`(headers-${mode}) {`, "\theader {", ...lines, "\t\t-Server", "\t}", "}"].join("\n");
}

function caddyHeaders() {
  const direct = "{$BILLSCOPE_DIRECT:https://api.gcore.com}";
  const held = PASSED_ON.map((name) => `\t\tkept_${variable(name)} {http.request.header.${name}}`);
  const passed = PASSED_ON.map((name) => `\theader_up ${name} {http.vars.kept_${variable(name)}}`);
  const own = ADDED_BY_CADDY.map((name) => `\theader_up -${name}`);
  const withheld = WITHHELD.map((name) => `\theader_down -${name}`);
  return [
    NOTE,
    caddySnippet("proxy", securityHeaders(undefined)),
    caddySnippet("direct", securityHeaders(direct)),
    ["(taken-off) {", "\tvars {", ...held, HELD_HOST, "\t}", ...TAKEN_OFF, "}"].join("\n"),
    ["(passed-on) {", ...passed, ...own, ...API_HOST, "}"].join("\n"),
    ["(withheld) {", ...withheld, "}", ""].join("\n"),
  ].join("\n\n");
}

/** @returns {Record<string, string>} path in the repository → text */
export function deployFiles() {
  return {
    "deploy/nginx/headers.conf": nginxHeaders(),
    "deploy/nginx/proxy.conf": nginxProxy(),
    "deploy/caddy/headers.caddy": caddyHeaders(),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(deployFiles())) writeFileSync(join(ROOT, path), text);
}
