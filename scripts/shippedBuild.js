/*
 * What the built app carries beside its code: the policy as a fallback in index.html, a checksum on
 * every script and style that index.html names or a part of the app fetches later, and the licences
 * of all that was packed in, and each script and style once more as Brotli and as gzip, for servers that
 * send those. Checksums of later parts lie in index.html, so no file has to hold the checksum of one
 * that holds its name.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { minify } from "terser";
import { metaPolicy } from "./security.js";

/** @typedef {import("vite").Plugin} Plugin */

/** @param {string | Uint8Array} content */
const checksum = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** @returns {Plugin} */
function policy() {
  return {
    name: "billscope-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy() },
        injectTo: "head-prepend",
      },
    ],
  };
}

const HELPER_LINE = "link.href = dep.href;";

/** Where a later part is fetched, its checksum is asked of the page. */
const CHECKED_LINE = `${HELPER_LINE}
  const table = document.querySelector('meta[name="integrity"]');
  const known = table === null ? undefined : JSON.parse(table.content)[dep.href.split("/").pop()];
  if (known !== undefined) link.integrity = known;`;

/**
 * Vite's helper looks after a part that needs others or a style; one that stands alone it leaves to
 * the browser. Names it to the helper too.
 * @param {string} code
 */
const namedToHelper = (code) =>
  code.replace(
    /(import\((["'`])(\.\/[\w.-]+\.js)\2\)(?:(?!import\()[^])*?),\[\],import\.meta\.url\)/g,
    (_, call, _quote, path) => `${call},["${path}"],import.meta.url)`,
  );

/** @returns {Plugin} */
function integrity() {
  return {
    name: "billscope-integrity",
    apply: "build",
    enforce: "post",
    transform(code, id) {
      if (!id.includes("vite/preload-helper")) return null;
      if (!code.includes(HELPER_LINE)) this.error("Vite fetches later parts in a new way.");
      return { code: code.replace(HELPER_LINE, CHECKED_LINE), map: null };
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") return;
        const files = Object.values(bundle);
        const chunks = files.filter((file) => file.type === "chunk");
        for (const chunk of chunks) chunk.code = namedToHelper(chunk.code);
        for (const name of unnamed(chunks)) this.warn(`${name} is fetched without a checksum.`);
        const sums = files
          .filter(({ fileName }) => /\.(?:js|css)$/.test(fileName))
          .map((file) => ({
            fileName: file.fileName,
            sum: checksum(file.type === "chunk" ? file.code : file.source),
          }));
        page.source = withChecksums(String(page.source), sums);
      },
    },
  };
}

/**
 * Later parts that no other part names to the helper.
 * @param {readonly Pick<import("vite").Rolldown.OutputChunk, "fileName" | "isDynamicEntry" | "code">[]} chunks
 * @returns {readonly string[]}
 */
function unnamed(chunks) {
  const code = chunks.map((chunk) => chunk.code).join("\n");
  return chunks
    .filter(({ isDynamicEntry }) => isDynamicEntry)
    .map(({ fileName }) => fileName)
    .filter((fileName) => !code.includes(`"./${posix.basename(fileName)}"`));
}

/**
 * The page with a checksum at each file it names, and a table of those of the others.
 * @param {string} html
 * @param {readonly { fileName: string, sum: string }[]} sums
 */
function withChecksums(html, sums) {
  const sumOf = new Map(sums.map(({ fileName, sum }) => [fileName, sum]));
  const named = html.replace(
    /(<(?:script|link)\b[^>]*\b(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"[^>]*?)(\s*\/?>)/g,
    (tag, start, fileName, end) =>
      sumOf.has(fileName) ? `${start} integrity="${sumOf.get(fileName)}"${end}` : tag,
  );
  const later = sums
    .filter(({ fileName }) => !named.includes(fileName))
    .map(({ fileName, sum }) => [posix.basename(fileName), sum]);
  const text = JSON.stringify(Object.fromEntries(later)).replaceAll('"', "&quot;");
  const table = `<meta name="integrity" content="${text}" />`;
  return named.replace("</head>", `${table}\n  </head>`);
}

/** @param {string} file @returns {string | undefined} folder of the package it belongs to */
function packageOf(file) {
  const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll("\\", "/"));
  return found?.[1];
}

const LICENSE_FILES = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "LICENCE"];

/** @param {string} folder @returns {{ name: string, text: string }} */
function licenseOf(folder) {
  /** @type {{ name: string, version: string, license?: string }} */
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = LICENSE_FILES.map((each) => join(folder, each)).find((path) => existsSync(path));
  const words = file === undefined ? "" : readFileSync(file, "utf8").trim();
  return { name, text: `${name} ${version} (${license ?? "no license named"})\n\n${words}` };
}

const LINE = `\n\n${"-".repeat(72)}\n\n`;

/**
 * @param {Set<string>} folders of packages that were packed in, shared by page and worker
 * @returns {Plugin}
 */
function collect(folders) {
  return {
    name: "billscope-packed",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of Object.keys(chunk.modules)) {
          const folder = packageOf(id);
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };
}

/** @param {Set<string>} folders @returns {Plugin} */
function licenses(folders) {
  return {
    name: "billscope-licenses",
    apply: "build",
    enforce: "post",
    generateBundle() {
      const found = [...folders].filter((folder) => dirname(folder) !== folder).map(licenseOf);
      const list = found.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ text }) => text);
      const head = "Billscope is under the Apache License 2.0. It contains:";
      this.emitFile({
        type: "asset",
        fileName: "licenses.txt",
        source: `${[head, ...list].join(LINE)}\n`,
      });
    },
  };
}

/** @param {number} place */
const letter = (place) => String.fromCodePoint(97 + place);

/**
 * Classes as two letters for their file and a number in it, known by nothing but the order of the files:
 * the same sources have the same names. Hashes can't be compressed.
 * @returns {Plugin}
 */
function shortClasses() {
  const files = readdirSync("src", { recursive: true })
    .map((file) => String(file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".module.css"))
    .toSorted();
  /** @type {Map<string, Map<string, number>>} */
  const known = new Map(files.map((file) => [file, new Map()]));
  return {
    name: "billscope-short-classes",
    apply: "build",
    config: () => ({
      css: {
        modules: {
          generateScopedName(name, path) {
            const file = files.findIndex((each) =>
              path.replaceAll("\\", "/").includes(`/src/${each}`),
            );
            const names = known.get(files[file] ?? "");
            if (names === undefined || file >= 26 * 26)
              throw new Error(`no short names for ${path}`);
            const number = names.get(name) ?? names.size;
            names.set(name, number);
            return `${letter(Math.floor(file / 26))}${letter(file % 26)}${number}`;
          },
        },
      },
    }),
  };
}

/**
 * Vite's minifier is quick; terser before it finds 2 % more, which the size budget needs. Names are left
 * to the former.
 * @param {import("terser").CompressOptions} [options]
 * @returns {Plugin}
 */
function smaller(options) {
  const compress = { passes: 2, ...options };
  return {
    name: "billscope-smaller",
    apply: "build",
    async renderChunk(code) {
      const found = await minify(code, { module: true, compress, mangle: false });
      return { code: found.code ?? code, map: null };
    },
  };
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** @param {string} path of a file that was written */
async function pack(path) {
  const bytes = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await toBrotli(bytes, { params }));
  await writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 }));
}

/**
 * Only what has a hashed name: anything else may be changed by who hosts it, and its packed forms
 * would then say what it said before.
 * @returns {Plugin}
 */
function packed() {
  return {
    name: "billscope-packed-files",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir = "" }, bundle) {
      const names = Object.keys(bundle).filter((name) => /^assets\/.*\.(?:js|css)$/.test(name));
      await Promise.all(names.map((name) => pack(join(dir, name))));
    },
  };
}

/**
 * A function that is called in one place only stays a function: terser would put it there, where it is
 * made anew at each call, for each cell of a report. On the page that is seldom enough to save the bytes.
 */
const IN_LOOPS = { reduce_funcs: false };

/** @returns {{ page: Plugin[], worker: Plugin[] }} */
export function shippedBuild() {
  /** @type {Set<string>} */
  const folders = new Set();
  return {
    page: [
      policy(),
      shortClasses(),
      smaller(),
      collect(folders),
      licenses(folders),
      integrity(),
      packed(),
    ],
    worker: [smaller(IN_LOOPS), collect(folders)],
  };
}
