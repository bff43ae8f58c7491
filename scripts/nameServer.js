/*
 * A name server for tests, as small as can be: every name is this machine. For web servers that ask
 * one by themselves and know no hosts file.
 */
import { createSocket } from "node:dgram";

const HEADER = 12;
const TYPE_A = 1;

/** @param {Buffer} query @returns {Buffer} the same question, answered with 127.0.0.1 when it asks for A */
function answerTo(query) {
  let end = HEADER;
  while ((query[end] ?? 0) !== 0) end += (query[end] ?? 0) + 1;
  const question = query.subarray(HEADER, end + 5);
  const isAddress = query.readUInt16BE(end + 1) === TYPE_A;
  const head = Buffer.from(query.subarray(0, HEADER));
  head.writeUInt16BE(0x81_80, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(isAddress ? 1 : 0, 6);
  head.fill(0, 8);
  const address = Buffer.from([0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
  return Buffer.concat(isAddress ? [head, question, address] : [head, question]);
}

/** @returns {Promise<{ address: string, close: () => void }>} */
export async function startNameServer() {
  const socket = createSocket("udp4");
  socket.on("message", (query, { port, address }) => socket.send(answerTo(query), port, address));
  await /** @type {Promise<void>} */ (
    new Promise((done) => {
      socket.bind(0, "127.0.0.1", done);
    })
  );
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}
