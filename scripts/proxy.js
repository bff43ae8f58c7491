/*
 * /billing passed on to the real API. Bytes stream both ways with back-pressure. Only the headers
 * the API needs go out (the key among them), cookies never do in either direction, and nothing is
 * written down. Upstream out of reach is a 502 in words; an answer cut upstream is cut here too, so
 * the page can tell that it is not whole.
 */
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { pipeline } from "node:stream";

const REQUEST_HEADERS = ["accept", "accept-encoding", "accept-language", "authorization"];

/** Hop-by-hop, cookies, and what the local server decides itself. */
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
  "set-cookie",
  "set-cookie2",
  "alt-svc",
  "strict-transport-security",
  "report-to",
  "nel",
]);

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
 * @param {URL} target
 */
export function proxy(req, res, target) {
  if (req.method !== "GET" && req.method !== "HEAD") {
    res.writeHead(405, { Allow: "GET, HEAD", "Content-Type": "application/json" });
    res.end('{"error":"proxy: method not allowed"}');
    return;
  }
  const headers = Object.fromEntries(
    REQUEST_HEADERS.flatMap((name) => {
      const value = req.headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  const upstream = request(target, { method: req.method, headers });
  upstream.once("response", (answer) => {
    res.writeHead(answer.statusCode ?? 502, passedBack(answer.headers, res.getHeaderNames()));
    res.flushHeaders();
    pipeline(answer, res, () => {});
  });
  upstream.once("error", () => {
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.writeHead(502, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    res.end('{"error":"proxy: upstream unreachable"}');
  });
  res.once("close", () => upstream.destroy());
  upstream.end();
}
