/**
 * Every state of the app in three looks side by side (light, dark, 360 px wide), as the pictures and the
 * page docs/states.md show them. `npm run states` makes all anew, `npm run states -- find` those whose
 * name contains the word. A state that can't be reached fails: the pictures can't show what is gone.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { SAMPLE_KEY } from "../sample/contract.js";
import { createSampleApi } from "../sample/server.js";
import { launchBrowser } from "./browser.js";
import { startServer } from "./serve.js";
import { STATES } from "./statesShown.js";

const DOCS = new URL("../docs/", import.meta.url).pathname;
const FOLDER = `${DOCS}images/states/`;
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 800 };
const LOOKS = /** @type {const} */ ([
  { colorScheme: "light", viewport: WIDE },
  { colorScheme: "dark", viewport: WIDE },
  { colorScheme: "light", viewport: NARROW },
]);
/** On the sheet, a picture has this part of its size. */
const SCALE = 0.6;
const GAP = 12;

const sample = createSampleApi();
const server = await startServer({ sample });
const browser = await launchBrowser();

const link = (/** @type {string} */ id, /** @type {string} what the link says after it */ query) =>
  `${server.url}#/r/${id}${query}`;

/**
 * @param {import("./statesShown.js").State} state
 * @param {typeof LOOKS[number]} look
 */
async function photograph(state, look) {
  sample.reset();
  sample.options.retryAfterSeconds = 30;
  const context = await browser.newContext({ ...look, locale: state.locale ?? "en-GB" });
  const page = await context.newPage();
  try {
    await page.goto(state.report === undefined ? server.url : link(state.report, state.view ?? ""));
    if (state.report !== undefined) {
      await page.getByLabel(state.keyLabel ?? "API key").fill(SAMPLE_KEY);
      await page.keyboard.press("Enter");
    }
    await state.reach(page);
    return await page.screenshot({ animations: "disabled", caret: "hide" });
  } finally {
    await context.close();
  }
}

/** @param {string} name @param {readonly Buffer[]} pictures */
async function writeSheet(name, pictures) {
  const width = LOOKS.reduce((sum, { viewport }) => sum + viewport.width * SCALE + GAP, -GAP);
  const viewport = { width: Math.ceil(width), height: Math.ceil(WIDE.height * SCALE) };
  const page = await browser.newPage({ viewport });
  const images = pictures.map((bytes, i) => {
    const shown = LOOKS[i]?.viewport.width ?? 0;
    return `<img width="${shown * SCALE}" src="data:image/png;base64,${bytes.toString("base64")}">`;
  });
  await page.setContent(
    `<body style="margin:0;display:flex;gap:${GAP}px;background:#fff">${images.join("")}`,
  );
  await page.screenshot({ path: `${FOLDER}${name}.jpg`, type: "jpeg", quality: 72 });
  await page.close();
}

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv[2] ?? "";
const failed = [];
for (const state of STATES.filter(({ name }) => name.includes(wanted))) {
  try {
    const pictures = [];
    for (const look of LOOKS) pictures.push(await photograph(state, look));
    await writeSheet(state.name, pictures);
    console.log(state.name);
  } catch (error) {
    failed.push(state.name);
    console.error(`${state.name}: ${String(error)}`);
  }
}
writeFileSync(`${DOCS}states.md`, statesPage());
await browser.close();
await server.close();
if (failed.length > 0) throw new Error(`Not reached: ${failed.join(", ")}`);

function statesPage() {
  const parts = STATES.map(
    ({ name, words }) =>
      `## ${words}\n\n![${words}: light, dark, narrow](images/states/${name}.jpg)\n`,
  );
  return `# Every state

The app as it is, in light, in dark and 360 pixels wide, on the sample reports. \`npm run states\` takes
these pictures anew; what a state needs to be reached is in \`scripts/statesShown.js\`.

${parts.join("\n")}`;
}
