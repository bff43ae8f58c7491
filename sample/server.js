/*
 * The stand-in for the report API, a plain node:http handler: mounted by `npm start`, `npm run dev`
 * and the tests, or alone on a port. It speaks the published contract and fails on demand. Requests
 * are remembered in memory for tests (also the Authorization header, to prove where a key went) and
 * never printed; a server for people switches the memory off.
 */
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import {
  jsonAnswer,
  keyOf,
  negotiate,
  notAcceptable,
  refuseKey,
  reportAnswer,
  reportIdOf,
  unknownReport,
} from "./contract.js";
import { DEFAULT_FAULT_OPTIONS, faultAnswer } from "./faultAnswers.js";
import { SAMPLE_REPORTS, findReport } from "./reports.js";
import { send } from "./send.js";

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./send.js").Answer} Answer */
/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */

/**
 * @typedef {import("./faultAnswers.js").FaultOptions & {
 *   cors: boolean,
 *   log: boolean,
 *   revise: (report: Report) => Report,
 * }} SampleOptions cors: answer other origins; log: remember requests; revise: sends another report
 *   than the one it is given, as if Gcore had corrected it
 */

/**
 * @typedef {object} LoggedRequest
 * @property {string} method
 * @property {string} path with query
 * @property {string | undefined} accept
 * @property {import("node:http").IncomingHttpHeaders} headers
 * @property {number} bytesSent of the body, before chunking
 * @property {boolean} open
 * @property {number | undefined} closedAt when it was over, in milliseconds since 1970
 * @property {boolean} closedEarly the client went away, or the answer was broken off
 */

/**
 * @typedef {object} SampleApi
 * @property {(req: IncomingMessage, res: ServerResponse) => Promise<void>} handle
 * @property {SampleOptions} options may be changed at any time
 * @property {LoggedRequest[]} log oldest first
 * @property {() => number} openCount answers still being sent
 * @property {() => void} reset forgets requests and tries, restores the options
 */

/** @type {Readonly<SampleOptions>} */
const DEFAULTS = Object.freeze({
  ...DEFAULT_FAULT_OPTIONS,
  cors: false,
  log: true,
  revise: (report) => report,
});

/** @param {Partial<SampleOptions>} [given] @returns {SampleApi} */
export function createSampleApi(given = {}) {
  /** @type {SampleOptions} */
  const options = { ...DEFAULTS, ...given };
  /** @type {LoggedRequest[]} */
  const log = [];
  /** @type {Map<string, number>} */
  const tries = new Map();
  let open = 0;
  let revisions = 0;

  /** @param {IncomingMessage} req @returns {Answer} */
  function answer(req) {
    if (req.method === "OPTIONS" && options.cors) return { status: 204, headers: PREFLIGHT };
    const url = new URL(req.url ?? "/", "http://localhost");
    const id = reportIdOf(url.pathname);
    if (id === undefined) return unknownReport();
    if (req.method !== "GET" && req.method !== "HEAD") {
      const detail = `Method "${req.method}" not allowed.`;
      return jsonAnswer(405, { detail }, { Allow: "GET, HEAD" });
    }
    const refusal = refuseKey(req.headers.authorization);
    if (refusal !== undefined) return refusal;
    const format = negotiate(req.headers.accept, url.searchParams.get("format"));
    if (format === undefined) return notAcceptable();
    const attempt = (tries.get(id) ?? 0) + 1;
    tries.set(id, attempt);
    const key = keyOf(req.headers.authorization) ?? "";
    const fault = faultAnswer(id, { format, attempt, key, options });
    if (fault !== undefined) return fault;
    const report = findReport(id);
    if (report === undefined) return unknownReport();
    const revised = options.revise(report);
    // Bodies are kept by id.
    const sent = revised === report ? report : { ...revised, id: `${id} revised ${++revisions}` };
    return wrapped(id, reportAnswer(sent, format));
  }

  return {
    options,
    log,
    openCount: () => open,
    reset() {
      Object.assign(options, DEFAULTS, given);
      log.length = 0;
      tries.clear();
    },
    async handle(req, res) {
      const { method = "GET", url: path = "/", headers } = req;
      /** @type {LoggedRequest} */
      const entry = {
        method,
        path,
        accept: headers.accept,
        headers,
        bytesSent: 0,
        open: true,
        closedAt: undefined,
        closedEarly: false,
      };
      if (options.log) log.push(entry);
      open++;
      res.once("close", () => {
        open--;
        entry.open = false;
        entry.closedAt = Date.now();
        entry.closedEarly = !res.writableFinished;
      });
      if (options.cors) for (const [name, value] of CORS) res.setHeader(name, value);
      await send(res, answer(req), (bytes) => (entry.bytesSent += bytes));
    },
  };
}

const CORS = /** @type {const} */ ([
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", "Content-Disposition, Retry-After"],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
]);

const PREFLIGHT = {
  "Access-Control-Allow-Headers": "Authorization, Accept",
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Max-Age": 600,
};

/**
 * The two ids whose transport differs.
 * @param {string} id
 * @param {Answer} answer
 * @returns {Answer}
 */
function wrapped(id, answer) {
  const isLength = id === SAMPLE_REPORTS.monthLength.id;
  const isGzip = id === SAMPLE_REPORTS.monthGzip.id;
  if (!(isLength || isGzip) || answer.body === undefined || Symbol.asyncIterator in answer.body) {
    return answer;
  }
  const body = Buffer.concat([...answer.body]);
  const packed = isGzip ? gzipSync(body) : body;
  const added = isGzip ? { "Content-Encoding": "gzip" } : { "Content-Length": body.length };
  return { ...answer, headers: { ...answer.headers, ...added }, body: [packed] };
}

/**
 * The sample API alone on a port.
 * @param {Partial<SampleOptions> & { port?: number }} [given]
 * @returns {Promise<{ origin: string, api: SampleApi, close: () => Promise<void> }>}
 */
export async function startSampleServer({ port = 0, ...options } = {}) {
  const api = createSampleApi(options);
  const server = createServer((req, res) => void api.handle(req, res));
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    })
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    api,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
