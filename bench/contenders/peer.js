/*
 * Drives a peer's page through the few functions it offers (peers/shared.jsx), since none of them
 * brings a filter dialog of its own. What is measured begins where Billscope's begins: at the call
 * that a click would make.
 */

/** @typedef {import("./contender.js").Contender} Contender */

/**
 * @param {string} name
 * @param {string} page
 * @param {import("../oracle.js").TextOrder} textOrder
 * @returns {Contender}
 */
export function peer(name, page, textOrder) {
  return {
    name,
    textOrder,
    async prepare(at, { peers }) {
      await at.goto(`${peers}${page}.html`);
      await at.waitForFunction(() => globalThis.peer !== undefined);
    },
    open: (at, { path, key }, stages) => call(at, "open", [path, key], stages),
    sort: (at, column, descending, stages) => call(at, "sort", [column, descending], stages),
    unsort: (at, stages) => call(at, "unsort", [], stages),
    filter: (at, column, condition, value, stages) =>
      call(at, "filter", [column, condition, value], stages),
    clear: (at, stages) => call(at, "clear", [], stages),
  };
}

/**
 * @param {import("./contender.js").Page} at
 * @param {keyof import("../peers/shared.jsx").Peer} method
 * @param {unknown[]} given
 * @param {readonly import("./contender.js").Expected[]} stages
 */
function call(at, method, given, stages) {
  return at.evaluate(
    ({ method, given, stages }) => {
      const action = /** @type {(...given: unknown[]) => void} */ (globalThis.peer[method]);
      return globalThis.bench.measure(() => action(...given), stages);
    },
    { method, given, stages },
  );
}
