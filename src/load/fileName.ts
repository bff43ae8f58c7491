/**
 * The name under which a file is saved: the server's (Content-Disposition, RFC 6266), made safe for
 * every file system, or `report-<id>.<format>`. A server can name a file, never a place: no
 * folders, no hidden or reserved names, no characters that display as something else, no key.
 */

import type { FileFormat } from "../model/reportError.ts";
import type { ReportId } from "../model/reportId.ts";
import { redact } from "./redact.ts";

const MAX_LENGTH = 120;

const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/g;
/** Not allowed in names by Windows or any other system. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

export function fileName(
  disposition: string | null,
  reportId: ReportId,
  format: FileFormat,
  key: string,
): string {
  const given = safeName(readFileName(disposition ?? ""));
  const hasKey = redact(given, key) !== redact(given, "");
  if (given === "" || hasKey || RESERVED.test(given)) return `report-${reportId}.${format}`;
  return given.toLowerCase().endsWith(`.${format}`) ? given : `${given}.${format}`;
}

/** The `filename*` parameter, else `filename`, else nothing. */
function readFileName(disposition: string): string {
  let plain = "";
  for (const [, name = "", quoted, token = ""] of disposition.matchAll(PARAMETER)) {
    const value = quoted?.replaceAll(/\\(.)/g, "$1") ?? token;
    if (name.toLowerCase() === "filename*") {
      const decoded = decodeExtended(value);
      if (decoded !== undefined) return decoded;
    }
    if (name.toLowerCase() === "filename" && plain === "") plain = value;
  }
  return plain;
}

/** `UTF-8'en'%e2%82%ac.csv` (RFC 8187); undefined when it is not well-formed UTF-8. */
function decodeExtended(value: string): string | undefined {
  const encoded = /^utf-8'[^']*'(.*)$/i.exec(value)?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(INVISIBLE, "").replace(FORBIDDEN, "_").trim();
  const characters = Array.from(clean.replace(/^[.\s]+|[.\s]+$/g, ""));
  if (characters.length <= MAX_LENGTH) return characters.join("");
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? "";
  return (
    characters
      .slice(0, MAX_LENGTH - ending.length)
      .join("")
      .trimEnd() + ending
  );
}
