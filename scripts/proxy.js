/*
 * One path of /billing passed on to the real API, with one method: what a report needs and nothing
 * else. Bytes stream both ways with back-pressure. Only the headers the API needs go out (the key
 * among them), cookies never do in either direction, and nothing is written down. Upstream out of
 * reach is a 502 in words; an answer cut upstream is cut here too, so the page can tell that it is
 * not whole.
 */
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { pipeline } from "node:stream";
import { CACHING, PASSED_ON, REPORT_FORMATS, REPORT_PATH, WITHHELD } from "./security.js";

/** Hop-by-hop, and what the host of the page decides itself. */
const DROPPED = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  ...WITHHELD.map((name) => name.toLowerCase()),
]);

const JSON_TYPE = { "Content-Type": "application/json", "Cache-Control": CACHING.never };

/**
 * @param {URL} url as asked
 * @param {string} api origin
 * @returns {URL | undefined} what to ask the API for
 */
function targetOf(url, api) {
  if (!REPORT_PATH.test(url.pathname)) return undefined;
  const target = new URL(url.pathname, api);
  const format = REPORT_FORMATS.find((known) => known === url.searchParams.get("format"));
  if (format !== undefined) target.searchParams.set("format", format);
  return target;
}

/**
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {readonly string[]} kept headers that this server has set and keeps
 * @returns {import("node:http").OutgoingHttpHeaders}
 */
function passedBack(headers, kept) {
  const named = (headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  const dropped = new Set([...named, ...kept]);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !DROPPED.has(name) && !dropped.has(name)),
  );
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {import("node:http").ServerResponse} res
 * @param {URL} url as asked
 * @param {string} api origin
 */
export function proxy(req, res, url, api) {
  const target = targetOf(url, api);
  if (target === undefined) {
    res.writeHead(404, JSON_TYPE).end('{"detail":"Not found."}');
    return;
  }
  if (req.method !== "GET") {
    res.writeHead(405, { Allow: "GET", ...JSON_TYPE });
    res.end('{"error":"proxy: method not allowed"}');
    return;
  }
  const headers = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = req.headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  const upstream = request(target, { method: req.method, headers });
  const fail = () => {
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.writeHead(502, JSON_TYPE);
    res.end('{"error":"proxy: upstream unreachable"}');
  };
  upstream.once("response", (answer) => {
    const { statusCode = 0 } = answer;
    if (statusCode < 200 || statusCode > 599) {
      fail();
      upstream.destroy();
      return;
    }
    res.writeHead(statusCode, {
      ...passedBack(answer.headers, res.getHeaderNames()),
      "Cache-Control": CACHING.never,
    });
    res.flushHeaders();
    pipeline(answer, res, () => {});
  });
  upstream.once("error", fail);
  // An answer of 101 ends the request with neither a response nor an error.
  upstream.once("close", () => {
    if (!res.headersSent) fail();
  });
  res.once("close", () => upstream.destroy());
  upstream.end();
}
