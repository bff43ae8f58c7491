/*
 * Keeps the bytes of reports that were asked for before, so that the million-row report costs its
 * few seconds once and then streams as fast as a socket takes it. A body is shared while it is
 * still being made: every reader pulls the next block when it needs one. Bounded: the least recently
 * used bodies go first, a body expected to be larger than the bound is never kept.
 */

const LIMIT = 512 * 1024 * 1024;
const BYTES_PER_ROW = 400;

/**
 * @typedef {object} KeptBody
 * @property {Buffer[]} blocks made so far
 * @property {Iterator<Buffer>} source
 * @property {boolean} done
 * @property {number} bytes
 */

/** @type {Map<string, KeptBody>} oldest first; one per process, shared by all sample servers in it */
const kept = new Map();

/** @param {string} key */
function evictOthers(key) {
  let total = 0;
  for (const body of kept.values()) total += body.bytes;
  for (const [other, body] of kept) {
    if (total <= LIMIT) return;
    if (other === key) continue;
    kept.delete(other);
    total -= body.bytes;
  }
}

/**
 * @param {string} key
 * @param {KeptBody} body
 * @returns {Generator<Buffer, void, undefined>}
 */
function* read(key, body) {
  for (let at = 0; ; at++) {
    const block = body.blocks[at] ?? make(key, body);
    if (block === undefined) return;
    yield block;
  }
}

/** @param {string} key @param {KeptBody} body @returns {Buffer | undefined} */
function make(key, body) {
  if (body.done) return undefined;
  const next = body.source.next();
  if (next.done === true) {
    body.done = true;
    return undefined;
  }
  body.blocks.push(next.value);
  body.bytes += next.value.length;
  evictOthers(key);
  return next.value;
}

/**
 * @param {string} key names report and format
 * @param {number} rowCount
 * @param {() => Iterable<Buffer>} write
 * @returns {Iterable<Buffer>}
 */
export function keptBody(key, rowCount, write) {
  if (rowCount * BYTES_PER_ROW > LIMIT) return write();
  const body = kept.get(key) ?? {
    blocks: [],
    source: write()[Symbol.iterator](),
    done: false,
    bytes: 0,
  };
  kept.delete(key);
  kept.set(key, body);
  return read(key, body);
}
