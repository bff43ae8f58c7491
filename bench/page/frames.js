/*
 * Injected into the page: looks at every frame while something scrolls or is typed. A frame counts
 * as blank when a part of the grid has no row in it, or a cell in sight waits for its text.
 * The look itself is part of the frames it measures.
 */
(() => {
  const GRID = '[role="grid"][aria-label="Report rows"]';
  const HEAD_PX = 36;

  function lookAtRows() {
    const grid = document.querySelector(GRID);
    if (grid === null) return { first: 0, blank: true };
    const area = grid.getBoundingClientRect();
    const top = area.top + HEAD_PX;
    const bottom = area.top + grid.clientHeight;
    const rows = [...grid.querySelectorAll('[role="row"][aria-rowindex]')]
      .slice(1)
      .map((row) => ({ row, box: row.getBoundingClientRect() }));
    const isCovered =
      Math.min(...rows.map(({ box }) => box.top)) <= top + 1 &&
      Math.max(...rows.map(({ box }) => box.bottom)) >= bottom - 1;
    const seen = rows.filter(({ box }) => box.bottom > top && box.top < bottom);
    const isFull = seen.every(({ row }) => {
      const cells = [...row.querySelectorAll('[role="gridcell"]')];
      // The outline of a text is inside a cell that waits for it; in an empty one is nothing.
      return (
        cells.length > 0 &&
        !cells.some(
          ({ textContent, firstElementChild }) => textContent === "" && firstElementChild !== null,
        )
      );
    });
    const numbers = seen.map(({ row }) => Number(row.getAttribute("aria-rowindex")));
    return { first: Math.min(...numbers), blank: !isCovered || !isFull };
  }

  /** @type {number[]} */
  let gaps = [];
  let blanks = 0;
  let places = new Set();
  let isOn = false;
  /** @type {number[]} */
  let keys = [];

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (isOn && entry.name === "keydown") keys.push(entry.duration);
    }
  }).observe(
    /** @type {PerformanceObserverInit} */ ({
      type: "event",
      buffered: false,
      durationThreshold: 16,
    }),
  );

  const fluency = {
    /** @param {boolean} rows whether these are looked at */
    begin(rows) {
      gaps = [];
      keys = [];
      blanks = 0;
      places = new Set();
      isOn = true;
      let last = performance.now();
      const frame = () => {
        if (!isOn) return;
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        if (rows) {
          const { first, blank } = lookAtRows();
          if (blank) blanks += 1;
          places.add(`${first} ${document.querySelector(GRID)?.scrollLeft}`);
        }
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    end() {
      isOn = false;
      return { gaps, blanks, keys, places: places.size };
    },
  };

  Object.assign(globalThis, { fluency });
})();
