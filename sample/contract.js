/*
 * The published contract of GET /billing/org/v1/reports/{uuid}/download, as pure functions: which
 * paths exist, which keys are accepted, which variant Accept and format= choose. Each refusal is an
 * answer ready to send. As the real service does, a 401 quotes the beginning of the key.
 */
import { keptBody } from "./bodies.js";
import { writeCsv } from "./writeCsv.js";
import { writeJson } from "./writeJson.js";
import { MAX_SHEET_ROWS, writeXlsx } from "./writeXlsx.js";

/** @typedef {import("./send.js").Answer} Answer */
/** @typedef {"json" | "csv" | "xlsx"} Format */

/** A key the sample accepts. So is every other one with text on both sides of a `$`. */
export const SAMPLE_KEY = "1180$sample";

export const MEDIA_TYPES = Object.freeze({
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

const FORMATS = /** @type {const} */ (["json", "csv", "xlsx"]);

const PATH =
  /^\/billing\/org\/v1\/reports\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/download\/?$/i;

/** @param {string} pathname @returns {string | undefined} the report id in lower case */
export function reportIdOf(pathname) {
  return PATH.exec(pathname)?.[1]?.toLowerCase();
}

/**
 * @param {number} status
 * @param {unknown} value
 * @param {Record<string, string | number>} [headers]
 * @returns {Answer}
 */
export function jsonAnswer(status, value, headers = {}) {
  return {
    status,
    headers: { "Content-Type": "application/json", ...headers },
    body: [Buffer.from(JSON.stringify(value))],
  };
}

/** @param {string} key @returns {Answer} */
export function badKey(key) {
  const part = key.slice(0, Math.max(4, Math.ceil(key.length * 0.6)));
  return jsonAnswer(401, { detail: `Bad permanent token: ${part}` });
}

export const forbidden = () =>
  jsonAnswer(403, { detail: "You do not have permission to perform this action." });

/** @param {string | undefined} authorization @returns {string | undefined} what follows the scheme */
export function keyOf(authorization) {
  return /^(?:apikey|bearer) +(\S.*)$/i.exec(authorization ?? "")?.[1];
}

/** @param {string | undefined} authorization @returns {Answer | undefined} a refusal */
export function refuseKey(authorization) {
  const key = keyOf(authorization);
  if (key === undefined) {
    return jsonAnswer(401, { detail: "Authentication credentials were not provided." });
  }
  if (key.includes("bad")) return badKey(key);
  if (key.includes("customer")) return forbidden();
  const isPermanent = /^[^$]+\$.+$/.test(key);
  const isLoginToken = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(key);
  return isPermanent || isLoginToken ? undefined : badKey(key);
}

/**
 * @param {string | undefined} accept
 * @param {string | null} format the query parameter; it wins
 * @returns {Format | undefined} undefined: nothing acceptable
 */
export function negotiate(accept, format) {
  if (format !== null) return FORMATS.find((known) => known === format);
  if (accept === undefined || accept.trim() === "") return "json";
  /** @type {{ format: Format, q: number }[]} */
  const offers = accept.split(",").flatMap((part) => {
    const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    const q = quality === undefined ? 1 : Number(quality.slice(2));
    const found = FORMATS.find((known) => covers(range, MEDIA_TYPES[known]));
    return found !== undefined && q > 0 ? [{ format: found, q }] : [];
  });
  return offers.toSorted((a, b) => b.q - a.q)[0]?.format;
}

/** @param {string} range @param {string} type @returns {boolean} */
function covers(range, type) {
  if (range === "*/*" || range === type) return true;
  return range.endsWith("/*") && type.startsWith(range.slice(0, -1));
}

/** @param {string} detail @returns {Answer} */
export function cannotRender(detail) {
  return jsonAnswer(400, { error: `Failed to render report: ${detail}` });
}

export const notAcceptable = () =>
  jsonAnswer(406, { detail: "Could not satisfy the request Accept header." });

export const unknownReport = () => jsonAnswer(404, { detail: "Not found." });

/**
 * @param {import("./report.js").Report} report
 * @param {Format} format
 * @returns {Answer}
 */
export function reportAnswer(report, format) {
  const headers = fileHeaders(report.fileName, format);
  if (format === "json") {
    return { status: 200, headers, body: kept(report, format, writeJson) };
  }
  if (format === "csv") return { status: 200, headers, body: kept(report, format, writeCsv) };
  if (report.rowCount + 1 > MAX_SHEET_ROWS) return cannotRender("too many rows for XLSX");
  return { status: 200, headers, body: writeXlsx(report) };
}

/**
 * @param {import("./report.js").Report} report
 * @param {Format} format
 * @param {(report: import("./report.js").Report) => Iterable<Buffer>} write
 */
function kept(report, format, write) {
  return keptBody(`${report.id} ${format}`, report.rowCount, () => write(report));
}

/** @param {string} fileName @param {Format} format @returns {Record<string, string>} */
export function fileHeaders(fileName, format) {
  const name = `${fileName}.${format}`;
  const ascii = name.replaceAll(/[^\w. -]/g, "_");
  const extended = ascii === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return {
    "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : MEDIA_TYPES[format],
    "Content-Disposition": `attachment; filename="${ascii}"${extended}`,
    "Cache-Control": "no-store",
    Vary: "Accept",
  };
}
