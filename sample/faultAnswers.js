/*
 * What the server does for each id in faults.js: an answer made from the format asked for, how often
 * this id was asked before, and the options. Bodies are the real month up to the moment they fail,
 * so whatever arrived before can be checked against it.
 */
import { Readable, pipeline } from "node:stream";
import { createGzip, gzipSync } from "node:zlib";
import { setTimeout as wait } from "node:timers/promises";
import {
  badKey,
  cannotRender,
  fileHeaders,
  forbidden,
  jsonAnswer,
  notAcceptable,
  reportAnswer,
  unknownReport,
} from "./contract.js";
import { DAMAGED_ROW, FAULTS, ROWS_BEFORE_CUT, TRIES_BEFORE_RECOVERY } from "./faults.js";
import { SAMPLE_REPORTS, findReport } from "./reports.js";
import { rowJson } from "./writeJson.js";

/** @typedef {import("./send.js").Answer} Answer */
/** @typedef {import("./report.js").Report} Report */

/**
 * @typedef {object} FaultOptions
 * @property {number} retryAfterSeconds sent with 429; may be 0
 * @property {number} slowMs how long the slow body takes in all
 * @property {number} slowStartMs how long the late headers take
 * @property {string} otherOrigin where the redirect to another origin leads
 */

/** @type {Readonly<FaultOptions>} */
export const DEFAULT_FAULT_OPTIONS = Object.freeze({
  retryAfterSeconds: 2,
  slowMs: 6_000,
  slowStartMs: 3_000,
  otherOrigin: "https://elsewhere.invalid",
});

/**
 * @typedef {object} Context
 * @property {import("./contract.js").Format} format
 * @property {number} attempt 1 for the first request of this id
 * @property {string} key
 * @property {FaultOptions} options
 */

/** @returns {Report} */
function month() {
  return /** @type {Report} */ (findReport(SAMPLE_REPORTS.month.id));
}

const jsonHeaders = () => fileHeaders(month().fileName, "json");

/** @param {string} text @returns {Answer} 200, application/json */
function okJson(text) {
  return { status: 200, headers: jsonHeaders(), body: [Buffer.from(text)] };
}

/** @param {number} rowCount @returns {string} the month's JSON up to the end of that row, no further */
function monthUpTo(rowCount) {
  const report = month();
  const rows = Array.from({ length: rowCount }, (_, index) => rowJson(report, index));
  return `{"headers":${JSON.stringify(report.headers)},"rows":[${rows.join(",")}`;
}

const wholeMonth = () => `${monthUpTo(month().rowCount)}]}`;

/** @returns {readonly [before: string, row: string, after: string]} the month around DAMAGED_ROW */
function aroundDamage() {
  const before = monthUpTo(DAMAGED_ROW);
  const row = rowJson(month(), DAMAGED_ROW);
  return [`${before},`, row, wholeMonth().slice(before.length + 1 + row.length)];
}

/**
 * @param {Answer["ending"]} ending
 * @param {Record<string, number>} [headers]
 * @returns {Answer} the first rows and a piece of the next one
 */
function brokenOff(ending, headers = {}) {
  const body = Buffer.from(`${monthUpTo(ROWS_BEFORE_CUT)},["004`);
  return {
    status: 200,
    headers: { ...jsonHeaders(), ...headers },
    body: inTwo(body),
    ...(ending === undefined ? {} : { ending }),
  };
}

/** A busy browser drops what it has not read when the connection breaks: it gets this long. */
const BEFORE_CUT_MS = 1_500;

/** Lets all of it reach the reader before the end comes. @param {Buffer} body */
async function* inTwo(body) {
  yield body.subarray(0, body.length >> 1);
  await wait(20);
  yield body.subarray(body.length >> 1);
  await wait(BEFORE_CUT_MS);
}

/** @param {number} totalMs */
async function* drip(totalMs) {
  const body = Buffer.from(wholeMonth());
  const steps = Math.max(1, Math.ceil(totalMs / 100));
  const size = Math.ceil(body.length / steps);
  for (let at = 0; at < body.length; at += size) {
    yield body.subarray(at, at + size);
    if (at + size < body.length) await wait(totalMs / steps);
  }
}

/** @param {string} start @param {string} filler */
async function* endless(start, filler) {
  yield Buffer.from(start);
  const block = Buffer.alloc(1024 * 1024, filler);
  for (;;) {
    yield block;
    await wait(2);
  }
}

/** What a file that is cut lacks at its end: some rows. */
const BYTES_CUT = 2_000;

/** All but the last bytes. @param {Iterable<Buffer> | AsyncIterable<Buffer>} body */
async function* withoutEnd(body) {
  let held = Buffer.alloc(0);
  for await (const block of body) {
    held = Buffer.concat([held, block]);
    yield held.subarray(0, -BYTES_CUT);
    held = held.subarray(-BYTES_CUT);
  }
}

/** @param {string} start */
async function* endlessRows(start) {
  yield Buffer.from(start);
  for (let at = 1; ; at += 1_000) {
    yield Buffer.from(Array.from({ length: 1_000 }, (_, i) => `,["${at + i}","x"]`).join(""));
    await wait(2);
  }
}

/** 4 GB of one cell in a stream of about 4 MB, compressed as it is asked for. @param {string} start */
function swelling(start) {
  const block = Buffer.alloc(1024 * 1024, "x");
  function* parts() {
    yield Buffer.from(start);
    for (let i = 0; i < 4_096; i++) yield block;
  }
  return pipeline(Readable.from(parts()), createGzip(), () => {});
}

const PAGE = "<!doctype html>\n<title>Sign in</title>\n<h1>Sign in to continue</h1>\n";

/** @param {number} status @returns {Answer} */
function page(status) {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
    body: [Buffer.from(PAGE)],
  };
}

/** @param {FaultOptions} options @returns {Answer} */
function slowDown(options) {
  const detail = "Request was throttled.";
  return jsonAnswer(429, { detail }, { "Retry-After": options.retryAfterSeconds });
}

const unavailable = () => jsonAnswer(503, { message: "Service Unavailable" });

/** @param {string} location @returns {Answer} */
function redirect(location) {
  return { status: 302, headers: { Location: location } };
}

/** @param {Context} context */
const recovered = (context) => context.attempt > TRIES_BEFORE_RECOVERY;

/** @param {Context} context @returns {Answer} */
const monthAnswer = (context) => reportAnswer(month(), context.format);

/** @type {Record<keyof typeof FAULTS, (context: Context) => Answer>} */
const ANSWERS = {
  badRequest: () => cannotRender("<b>template</b> 'expenses' has no data for 2026-10"),
  unauthorised: ({ key }) => badKey(key),
  forbidden,
  notFound: unknownReport,
  notAcceptable,
  rateLimited: (context) => (recovered(context) ? monthAnswer(context) : slowDown(context.options)),
  rateLimitedForever: ({ options }) => slowDown(options),
  serverError: () => jsonAnswer(500, { message: "Internal Server Error" }),
  badGateway: () => page(502),
  unavailable: (context) => (recovered(context) ? monthAnswer(context) : unavailable()),
  unavailableForever: unavailable,
  gatewayTimeout: () => page(504),
  slow: ({ options }) => ({ status: 200, headers: jsonHeaders(), body: drip(options.slowMs) }),
  slowStart: (context) => ({ ...monthAnswer(context), delayMs: context.options.slowStartMs }),
  silent: () => ({ status: 200, delayMs: 2 ** 31 - 1 }),
  stalled: () => brokenOff("hang"),
  cut: () => brokenOff("destroy"),
  cutLength: () => brokenOff("destroy", { "Content-Length": Buffer.byteLength(wholeMonth()) }),
  cutClean: () => brokenOff("end"),
  reset: () => ({ status: 200, ending: "reset" }),
  html: () => page(200),
  htmlAsJson: () => okJson(PAGE),
  emptyBody: () => okJson(""),
  notAReport: () => okJson('{"status":"ok","data":{"headers":["A"],"rows":[["1"]]}}'),
  array: () => okJson('[{"headers":["A"],"rows":[["1"]]}]'),
  rowsNotArrays: () => okJson('{"headers":["A","B"],"rows":[{"A":"1","B":"2"}]}'),
  damaged: () => {
    const [before, row, after] = aroundDamage();
    return okJson(before + row.replace('","', '" "') + after);
  },
  trailing: () => okJson(`${wholeMonth()}\n{"headers":[],"rows":[]}`),
  invalidUtf8: () => {
    const [before, row, after] = aroundDamage();
    const half = row.indexOf('","') + 3;
    const parts = [before + row.slice(0, half), row.slice(half) + after].map((s) => Buffer.from(s));
    const body = Buffer.concat([...parts.slice(0, 1), Buffer.of(0xff), ...parts.slice(1)]);
    return { status: 200, headers: jsonHeaders(), body: [body] };
  },
  gzipCut: () => {
    const packed = gzipSync(wholeMonth());
    const body = inTwo(packed.subarray(0, Math.floor(packed.length * 0.6)));
    return { status: 200, headers: { ...jsonHeaders(), "Content-Encoding": "gzip" }, body };
  },
  fileCut: (context) => {
    const { headers = {}, body } = monthAnswer(context);
    if (context.format === "json" || body === undefined) return monthAnswer(context);
    return { status: 200, headers, body: withoutEnd(body) };
  },
  endlessSpace: () => ({ status: 200, headers: jsonHeaders(), body: endless("{", " ") }),
  endlessString: () => ({
    status: 200,
    headers: jsonHeaders(),
    body: endless('{"headers":["A","B"],"rows":[["1","x"],["2","', "x"),
  }),
  endlessRows: () => ({
    status: 200,
    headers: jsonHeaders(),
    body: endlessRows('{"headers":["A","B"],"rows":[["0","x"]'),
  }),
  gzipBomb: () => ({
    status: 200,
    headers: { ...jsonHeaders(), "Content-Encoding": "gzip" },
    body: swelling('{"headers":["A","B"],"rows":[["1","x"],["2","'),
  }),
  nested: () => {
    const cell = "[".repeat(100_000) + "]".repeat(100_000);
    return okJson(`{"headers":["A","B"],"rows":[["deep",${cell}]]}`);
  },
  redirectElsewhere: ({ options }) => redirect(`${options.otherOrigin}/billing/stolen`),
  redirectHere: () => redirect(`/billing/org/v1/reports/${SAMPLE_REPORTS.month.id}/download`),
  filesRefused: (context) => {
    if (context.format === "json") return monthAnswer(context);
    return context.format === "csv" ? notAcceptable() : cannotRender("XLSX is not available");
  },
};

const BY_ID = new Map(
  Object.entries(FAULTS).map(([name, { id }]) => [
    id,
    ANSWERS[/** @type {keyof typeof FAULTS} */ (name)],
  ]),
);

/**
 * @param {string} id in lower case
 * @param {Context} context
 * @returns {Answer | undefined}
 */
export function faultAnswer(id, context) {
  return BY_ID.get(id)?.(context);
}
