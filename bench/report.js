/* The figures as Markdown: one table for each size, absolute values and the ratio to the best peer. */

/** @typedef {import("./session.js").Figures} Figures */
/** @typedef {{ figures: Figures, failure?: string | undefined }} Outcome medians, or what went wrong */

/** What is shown, in this order. */
const LINES = /** @type {const} */ ([
  { name: "firstRow", label: "first row painted", unit: "time" },
  { name: "allRows", label: "all rows in", unit: "time" },
  { name: "processor", label: "processor time of the page until then", unit: "time" },
  { name: "longestTask", label: "longest task on the page while opening", unit: "time" },
  { name: "sortNumber", label: "sort by amount, descending: the right screen", unit: "time" },
  { name: "sortNumberWhole", label: "… the whole order", unit: "time" },
  { name: "sortText", label: "sort by free text: the right screen", unit: "time" },
  { name: "sortTextWhole", label: "… the whole order", unit: "time" },
  { name: "contains", label: "filter “contains” on free text (1 %)", unit: "time" },
  { name: "is", label: "filter “is” on product (12 %)", unit: "time" },
  { name: "clear", label: "clear that filter", unit: "time" },
  { name: "jump", label: "jump to a random row, unsorted, p95", unit: "time" },
  { name: "sortedJump", label: "jump to a random row, sorted, median", unit: "time" },
  { name: "resident", label: "memory of the page after load", unit: "bytes" },
  { name: "peak", label: "… at its peak while loading", unit: "bytes" },
  { name: "sessionPeak", label: "… at its peak in the whole session", unit: "bytes" },
  { name: "ownMemory", label: "… after load, as the browser counts it", unit: "bytes" },
]);

/**
 * @param {string} title
 * @param {Figures} limits
 * @param {ReadonlyMap<string, Outcome>} outcomes by contender, Billscope among them
 * @returns {string}
 */
export function markdownTable(title, limits, outcomes) {
  const names = [...outcomes.keys()];
  const peers = names.filter((name) => name !== "Billscope");
  const head = [title, ...names, "Billscope ÷ best peer"];
  const lines = LINES.map(({ name, label, unit }) => {
    const values = names.map((contender) => outcomes.get(contender)?.figures[name]);
    const best = Math.min(...peers.map((peer) => outcomes.get(peer)?.figures[name] ?? Infinity));
    const own = outcomes.get("Billscope")?.figures[name];
    const ratio = own === undefined || !Number.isFinite(best) ? "–" : ratioText(own / best);
    return [label, ...values.map((value) => valueText(value, unit)), ratio];
  });
  const failures = [...outcomes].flatMap(([name, { failure, figures }]) => [
    ...(failure === undefined ? [] : [`- ${name} did not finish: ${failure}.`]),
    ...(figures.emptyJumps === undefined
      ? []
      : [`- ${name} stayed empty after some jumps, which are not counted.`]),
  ]);
  return [
    row(head),
    row(head.map((_, i) => (i === 0 ? "---" : "--:"))),
    ...lines.map(row),
    "",
    limitsText(limits, outcomes),
    ...failures,
    "",
  ].join("\n");
}

/** @param {readonly string[]} cells */
const row = (cells) => `| ${cells.join(" | ")} |`;

/** @param {number | undefined} value @param {"time" | "bytes"} unit */
function valueText(value, unit) {
  if (value === undefined) return "–";
  return unit === "time" ? timeText(value) : bytesText(value);
}

/** @param {number} ms */
function timeText(ms) {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}

/** @param {number} bytes */
function bytesText(bytes) {
  const mib = bytes / 1024 / 1024;
  return mib < 1_000 ? `${Math.round(mib)} MiB` : `${(mib / 1024).toFixed(2)} GiB`;
}

/** @param {number} ratio */
function ratioText(ratio) {
  const text = `${ratio.toFixed(2)} ×`;
  return ratio > 1 ? `**${text}**` : text;
}

/** @param {Figures} limits @param {ReadonlyMap<string, Outcome>} outcomes */
function limitsText(limits, outcomes) {
  const { bytes = 0, fetchOnly = 0, decode = 0, parse = 0, resident = 0 } = limits;
  const noops = [...outcomes.values()].map(({ figures }) => figures.noop ?? Infinity);
  return (
    `Limits: ${bytesText(bytes)} of JSON; fetching them and nothing else ${timeText(fetchOnly)}, ` +
    (Number.isNaN(parse)
      ? "more than a string may have, so JSON.parse can't read them at all; "
      : `decoding ${timeText(decode)}, JSON.parse ${timeText(parse)}; `) +
    `nothing at all, by this method ${timeText(Math.min(...noops))}; ` +
    `memory of an empty page ${bytesText(resident)}.`
  );
}
