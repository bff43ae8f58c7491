/*
 * Files of the built app. A path is resolved and must stay inside the folder; names that begin with
 * a dot are not served. Hashed assets may be kept for ever, everything else is asked for anew. Scripts
 * and styles are sent as the build packed them, in the smallest form that the reader takes.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { CACHING } from "./security.js";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * @param {string} root absolute
 * @param {string} pathname as in the URL, still encoded
 * @returns {string | undefined} the absolute path of a file that may be served
 */
export function fileFor(root, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes("\0") || decoded.includes("\\") || /\/\./.test(decoded)) return undefined;
  const path = resolve(root, `.${decoded.endsWith("/") ? `${decoded}index.html` : decoded}`);
  return path.startsWith(root + sep) ? path : undefined;
}

const PACKED = /** @type {const} */ ([
  ["br", ".br"],
  ["gzip", ".gz"],
]);

/** @param {string} accepted as in Accept-Encoding @param {string} encoding */
const takes = (accepted, encoding) =>
  new RegExp(`(?:^|[\\s,])${encoding}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?=[\\s,;]|$)`, "i").test(
    accepted,
  );

/** @param {string} path */
const fileInfo = async (path) => {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() === true ? info : undefined;
};

/**
 * @param {string} path
 * @param {string} accepted
 * @returns {Promise<{ path: string, size: number, encoding?: string } | undefined>}
 */
async function smallest(path, accepted) {
  for (const [encoding, ending] of PACKED) {
    const info = takes(accepted, encoding) ? await fileInfo(path + ending) : undefined;
    if (info !== undefined) return { path: path + ending, size: info.size, encoding };
  }
  const info = await fileInfo(path);
  return info && { path, size: info.size };
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {import("node:http").ServerResponse} res
 * @param {string} root absolute
 * @param {string} pathname
 */
export async function sendFile(req, res, root, pathname) {
  const path = fileFor(root, pathname);
  const isHashed = pathname.startsWith("/assets/");
  const isPacked = isHashed && /\.(?:js|css)$/.test(pathname);
  const accepted = isPacked ? (req.headers["accept-encoding"] ?? "") : "";
  const sent = path === undefined ? undefined : await smallest(path, accepted);
  if (path === undefined || sent === undefined) {
    res.writeHead(404, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": CACHING.never,
    });
    res.end("Not found\n");
    return;
  }
  res.writeHead(200, {
    "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
    "Content-Length": sent.size,
    "Cache-Control": isHashed ? CACHING.asset : CACHING.file,
    ...(isPacked ? { Vary: "Accept-Encoding" } : {}),
    ...(sent.encoding === undefined ? {} : { "Content-Encoding": sent.encoding }),
  });
  if (req.method === "HEAD") {
    res.end();
    return;
  }
  // A reader who goes away is not a failure of ours.
  await pipeline(createReadStream(sent.path), res).catch(() => res.destroy());
}
