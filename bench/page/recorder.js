/*
 * Injected into every page before its own scripts: the stop watch. A measurement begins with the
 * triggering event and ends after the frame in which the expected rows are in the page, so it counts
 * what a person waits for, drawing included, and nothing of the test driver. The same code reads the
 * rows of every contender by their ARIA indices. What a contender is called inside is told by
 * `grid`, which the contender's driver sets.
 */

/** @typedef {import("../contenders/contender.js").GridNames} GridNames */
/** @typedef {import("../contenders/contender.js").Expected} Expected */
/** @typedef {import("../contenders/contender.js").SeenRow} SeenRow */
/** @typedef {import("../contenders/contender.js").WorkerRequest} WorkerRequest */

(() => {
  /** @type {GridNames} */
  let grid;
  /** @type {() => number} */
  let countRows;
  /** @type {() => boolean} */
  let isBusy;
  /** @type {{ start: number, duration: number }[]} */
  const longTasks = [];
  /** @type {WorkerRequest[]} */
  const requests = [];
  let worstGap = 0;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      longTasks.push({ start: startTime, duration });
    }
  }).observe({ type: "longtask", buffered: true });

  // Tasks under 50 ms are reported by no observer: a timer that comes late shows them.
  const BEAT_MS = 8;
  let lastBeat = performance.now();
  const beat = () => {
    const now = performance.now();
    worstGap = Math.max(worstGap, now - lastBeat - BEAT_MS);
    lastBeat = now;
    setTimeout(beat, BEAT_MS);
  };
  beat();

  /** Notes when requests to a worker are sent and done, as far as they tell their type and id. */
  const NativeWorker = globalThis.Worker;
  globalThis.Worker = class extends NativeWorker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      /** @type {Map<number, WorkerRequest>} */
      this.pending = new Map();
      this.addEventListener("message", ({ data }) => {
        const request = this.pending.get(data?.id);
        if (request === undefined || "progress" in data) return;
        // What was stopped or failed is never done.
        request.done = "done" in data ? performance.now() : Number.NaN;
        this.pending.delete(data.id);
      });
    }

    /** @override @param {any} message @param {any} [transfer] */
    postMessage(message, transfer) {
      if (typeof message?.request?.type === "string") {
        const request = { type: message.request.type, sent: performance.now(), done: 0 };
        requests.push(request);
        this.pending.set(message.id, request);
      }
      super.postMessage(message, transfer);
    }
  };

  /** @param {string} selector @returns {HTMLElement} */
  function one(selector) {
    const element = document.querySelector(selector);
    if (!(element instanceof HTMLElement)) throw new Error(`There is no ${selector}.`);
    return element;
  }

  /** @returns {{ rows: SeenRow[], full: boolean }} the rows in sight; full: they fill the grid */
  function readRows() {
    const scroller = document.querySelector(grid.scroller);
    if (scroller === null) return { rows: [], full: false };
    const area = scroller.getBoundingClientRect();
    /** @type {SeenRow[]} */
    const rows = [];
    let height = 0;
    for (const element of document.querySelectorAll(grid.row)) {
      const box = element.getBoundingClientRect();
      const middle = (box.top + box.bottom) / 2;
      if (box.height === 0 || middle < area.top || middle > area.bottom) continue;
      height = Math.max(height, box.height);
      /** @type {Record<string, string>} */
      const cells = {};
      for (const cell of element.querySelectorAll(grid.cell)) {
        const column = Number(cell.getAttribute("aria-colindex")) - grid.firstColumn;
        if (column >= 0) cells[column] = cell.textContent;
      }
      const row = Number(element.getAttribute("aria-rowindex")) - grid.firstRow;
      if (row >= 0) rows.push({ row, cells });
    }
    rows.sort((a, b) => a.row - b.row);
    // A header inside the scroller and a part of a row at either end may take three rows' room.
    return { rows, full: rows.length > 0 && rows.length >= area.height / height - 3 };
  }

  /** @param {Expected} expected */
  function isSeen({ count, column = 0, texts = [], near, rowCount = 0, complete = false }) {
    if (complete && isBusy()) return false;
    if (count !== undefined && countRows() !== count) return false;
    if (near === undefined && texts.length === 0) return true;
    const { rows, full } = readRows();
    if (near === undefined) {
      return texts.every((text, i) => rows[i]?.row === i && rows[i]?.cells[column] === text);
    }
    const first = rows[0]?.row ?? -1;
    const tolerance = Math.max(rowCount * 0.03, 40);
    const isNear = Math.abs(first - near) <= tolerance;
    return isNear && full && rows.every(({ cells }) => (cells[column] ?? "") !== "");
  }

  /** Resolves after the frame that is being made is drawn. */
  function drawn() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve(performance.now()), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  }

  /**
   * Looks in frames that follow a change of the page, and makes no frames of its own: a page that
   * draws nothing while it waits for its worker must not pay for being watched.
   * @param {Expected} expected
   * @param {number} limitMs
   * @returns {Promise<number>} the time it was drawn, NaN when it never was
   */
  function seen(expected, limitMs) {
    return new Promise((resolve) => {
      let asked = false;
      const end = () => {
        observer.disconnect();
        clearTimeout(limit);
      };
      const look = () => {
        asked = false;
        if (!isSeen(expected)) return;
        end();
        void drawn().then(resolve);
      };
      const ask = () => {
        if (!asked) requestAnimationFrame(look);
        asked = true;
      };
      const observer = new MutationObserver(ask);
      observer.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const limit = setTimeout(() => {
        end();
        resolve(Number.NaN);
      }, limitMs);
      ask();
    });
  }

  const bench = {
    /** @param {GridNames} names @param {() => number} count @param {() => boolean} busy */
    meet(names, count, busy = () => false) {
      grid = names;
      countRows = count;
      isBusy = busy;
    },

    /**
     * @param {() => void} trigger
     * @param {readonly Expected[]} stages each is waited for from the start
     * @param {number} limitMs
     */
    async measure(trigger, stages, limitMs = 180_000) {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 20));
      });
      worstGap = 0;
      lastBeat = performance.now();
      const start = performance.now();
      trigger();
      const ends = await Promise.all(stages.map((stage) => seen(stage, limitMs)));
      const gap = Math.max(worstGap, performance.now() - lastBeat - BEAT_MS);
      // The screen may be right before the worker has the whole order.
      const isOrdering = () =>
        requests.some(({ type, sent, done }) => type === "order" && sent >= start && done === 0);
      for (let waited = 0; isOrdering() && waited < limitMs; waited += BEAT_MS) {
        await new Promise((resolve) => {
          setTimeout(resolve, BEAT_MS);
        });
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 60);
      });
      const tasks = longTasks.filter((task) => task.start + task.duration > start);
      return {
        times: ends.map((end) => end - start),
        longestTask: tasks.reduce((most, task) => Math.max(most, task.duration), 0),
        longestGap: gap,
        requests: requests
          .filter(({ sent }) => sent >= start)
          .map(({ type, sent, done }) => ({ type, sent: sent - start, done: done - start })),
      };
    },

    /**
     * Moves the scroll bar to a part of its way and waits until the grid is full of rows.
     * @param {number} part 0 to 1
     * @param {number} rowCount of the view
     * @param {number} column that is never empty
     */
    async jump(part, rowCount, column) {
      const scroller = one(grid.scroller);
      const near = part * rowCount;
      const result = await bench.measure(
        () => {
          scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
        },
        [{ near, rowCount, column }],
        15_000,
      );
      return { ...result, rows: readRows().rows };
    },

    /** @param {"start" | "end"} side */
    lookAt(side) {
      one(grid.scroller).scrollTop = 0;
      one(grid.sideways).scrollLeft = side === "start" ? 0 : 100_000;
    },

    state: () => ({ count: countRows(), busy: isBusy(), ...readRows() }),
  };

  Object.assign(globalThis, { bench });
})();
