import { Big } from "big.js";
import { beforeEach, describe, expect, test } from "vitest";
import type { Folds } from "../../model/grouping.ts";
import { columnId, rowIndex, viewRow } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import { ReportFailure } from "../../model/reportError.ts";
import { Cancelled, UNINTERRUPTED } from "../../model/turn.ts";
import type { Look, OpenProgress, OpenResult, SaveProgress } from "../protocol.ts";
import { FIRST, SECOND, SOURCE } from "../testing/examples.ts";
import { scriptLoad, type ScriptedLoad } from "../testing/scriptedLoad.ts";
import type { Handlers, Task } from "./dispatch.ts";
import { createHandlers } from "./handlers.ts";
import type { Download } from "./saveFile.ts";
import type { TurnMaker } from "./turns.ts";

const byCost: Query = { ...ALL_ROWS, sort: [{ column: columnId(1), descending: true }] };
const only = (text: string): Query => ({ ...ALL_ROWS, search: text });
const NOT_STOPPED = new AbortController().signal;
const turns: TurnMaker = () => UNINTERRUPTED;

let network: ScriptedLoad;
let handlers: Handlers;
let told: OpenProgress[];

const taskOf = (signal: AbortSignal): Task<"open"> => ({
  signal,
  progress: (note) => told.push(note),
  onTryNow: () => undefined,
});
const asking = {
  signal: NOT_STOPPED,
  progress: () => undefined,
  onTryNow: () => undefined,
};
const open = (dataset = FIRST, signal = NOT_STOPPED, look?: Look): Promise<OpenResult> =>
  handlers.open({ type: "open", dataset, source: SOURCE, look }, taskOf(signal));
const order = (query: Query, dataset = FIRST) =>
  handlers.order({ type: "order", dataset, query }, asking);
const values = (query: Query) =>
  handlers.values(
    {
      type: "values",
      dataset: FIRST,
      query,
      column: columnId(0),
      asked: { measure: undefined, search: "", start: 0, end: 50, chosen: [] },
    },
    asking,
  );
const clients = async (query: Query, tableRows: number, rows = 10) => {
  const range = { start: viewRow(0), end: viewRow(rows) };
  const columns = [columnId(0)];
  const { columns: texts } = await handlers.window(
    { type: "window", dataset: FIRST, query, tableRows, range, columns },
    asking,
  );
  return texts[0]?.texts;
};

const save = (download: Download) => {
  const notes: SaveProgress[] = [];
  const saved = createHandlers({ load: network.load, download }, turns).save(
    { type: "save", source: SOURCE, format: "csv" },
    { ...asking, progress: (note) => notes.push(note) },
  );
  return { notes, saved };
};

beforeEach(() => {
  told = [];
  network = scriptLoad();
  handlers = createHandlers(
    { load: network.load, download: () => Promise.reject(new Error("not asked for")) },
    turns,
  );
});

const COST = { column: columnId(1), currency: undefined };
const range = (start: number, end: number) => ({ start: viewRow(start), end: viewRow(end) });
const sumOf = async (query: Query, start: number, end: number) => {
  const [totals] = await handlers.totals(
    {
      type: "totals",
      dataset: FIRST,
      query,
      tableRows: 4,
      range: range(start, end),
      groups: [[COST]],
    },
    asking,
  );
  return totals?.currencies[0]?.sum;
};

const find = async (query: Query, text: string, way: "here" | "next" | "previous") => {
  const columns = [columnId(1), columnId(0)];
  const from = { row: viewRow(0), column: columnId(0) };
  const asked = { search: text, columns, from, way };
  return handlers.find({ type: "find", dataset: FIRST, query, tableRows: 4, find: asked }, asking);
};

const byClient = (folds: Folds): Query => ({
  ...byCost,
  groups: {
    levels: [{ column: columnId(0), order: { by: "sum", total: COST, descending: true } }],
    totals: [COST],
    folds,
  },
});

const HEAD = '{"headers":["Client","Cost"],"rows":[["Ada","10.50"],["Bo","9"]';

describe("a report that arrives", () => {
  test("tells connecting, then the first rows at once, then the whole", async () => {
    const opened = open();
    network.send(HEAD);
    network.send(',["Cy","100"]]}');
    network.end();
    const result = await opened;
    expect(told.slice(0, 2).map(({ phase }) => phase)).toEqual(["connecting", "receiving"]);
    expect(told[1]).toMatchObject({ table: { rowCount: 2, sealed: false }, bytes: HEAD.length });
    expect(result).toMatchObject({
      table: { rowCount: 3, sealed: true, raggedRows: 0 },
      bytes: HEAD.length + 15,
    });
    expect(result.table.columns.map(({ name }) => name)).toEqual(["Client", "Cost"]);
  });

  test("tells again once what is looked at first is full, and brings it along", async () => {
    const range = { start: viewRow(0), end: viewRow(3) };
    const opened = open(FIRST, NOT_STOPPED, { range, columns: [columnId(0)] });
    network.send(HEAD);
    network.send(',["Cy","100"],["Di","7"]');
    network.send(',["Ed","8"]]}');
    network.end();
    await opened;
    const seen = told.map((note) =>
      note.phase === "receiving" ? [note.table.rowCount, note.first?.columns[0]?.texts] : [],
    );
    expect(seen).toEqual([[], [2, ["Ada", "Bo"]], [4, ["Ada", "Bo", "Cy"]]]);
  });

  test("answers while it grows, each answer of the rows there were", async () => {
    const opened = open();
    network.send(HEAD);
    await expect(order(byCost)).resolves.toEqual({ tableRows: 2, rowCount: 2 });
    await expect(clients(byCost, 2)).resolves.toEqual(["Ada", "Bo"]);
    network.send(',["Cy","100"]');
    await expect(clients(byCost, 2)).resolves.toEqual(["Ada", "Bo"]);
    await expect(order(byCost)).resolves.toEqual({ tableRows: 3, rowCount: 3 });
    await expect(clients(byCost, 3)).resolves.toEqual(["Cy", "Ada", "Bo"]);
    await expect(clients(ALL_ROWS, 3)).resolves.toEqual(["Ada", "Bo", "Cy"]);
    await expect(order(only("bo"))).resolves.toEqual({ tableRows: 3, rowCount: 1 });
    network.send("]}");
    network.end();
    await opened;
    await expect(clients(byCost, 3)).resolves.toEqual(["Cy", "Ada", "Bo"]);
  });

  test("counts the values of the rows a query shows", async () => {
    const opened = open();
    network.send(`${HEAD},["Ada","3"],["Ada","4"]]}`);
    network.end();
    await opened;
    await expect(values(ALL_ROWS)).resolves.toMatchObject({
      values: [
        { text: "Ada", rows: 3 },
        { text: "Bo", rows: 1 },
      ],
      distinct: 2,
    });
    await expect(values(only("bo"))).resolves.toMatchObject({ distinct: 1 });
  });

  test("rows, groups and values of a view have its alphabet", async () => {
    const opened = open();
    network.send(`{"headers":["Client","Cost"],"rows":[["Zorn","1"],["Öberg","2"],["Åberg","3"]]}`);
    network.end();
    await opened;
    const byClient: Query = { ...ALL_ROWS, sort: [{ column: columnId(0), descending: false }] };
    const groups: NonNullable<Query["groups"]> = {
      levels: [{ column: columnId(0), order: { by: "value", descending: false } }],
      totals: [],
      folds: { open: false, except: [] },
    };
    for (const [collation, names] of [
      [undefined, ["Åberg", "Öberg", "Zorn"]],
      ["sv", ["Zorn", "Åberg", "Öberg"]],
      ["da", ["Zorn", "Öberg", "Åberg"]],
    ] as const) {
      await expect(clients({ ...byClient, collation }, 3)).resolves.toEqual(names);
      await expect(clients({ ...ALL_ROWS, collation, groups }, 3)).resolves.toEqual(names);
      const listed = await values({ ...ALL_ROWS, collation });
      expect(listed.values.map(({ text }) => text)).toEqual(names);
    }
  });

  test("without rows it is complete, too", async () => {
    const opened = open();
    network.send('{"headers":["Client"],"rows":[]}');
    network.end();
    await expect(opened).resolves.toMatchObject({ table: { rowCount: 0, sealed: true } });
    await expect(order(byCost)).resolves.toEqual({ tableRows: 0, rowCount: 0 });
  });
});

describe("rows in groups", () => {
  const folded = byClient({ open: false, except: [] });
  const open2 = byClient({ open: false, except: [{ level: 0, row: rowIndex(0) }] });

  beforeEach(async () => {
    const opened = open();
    network.send(`${HEAD},["Ada","3"],["","4"]]}`);
    network.end();
    await opened;
  });

  test("places are lines; folding one changes the lines alone", async () => {
    await expect(order(folded)).resolves.toEqual({ tableRows: 4, rowCount: 3, groupedRows: 4 });
    await expect(clients(folded, 4)).resolves.toEqual(["Ada", "Bo", ""]);
    await expect(order(open2)).resolves.toEqual({ tableRows: 4, rowCount: 5, groupedRows: 4 });
    await expect(clients(open2, 4)).resolves.toEqual(["Ada", "Ada", "Ada", "Bo", ""]);
  });

  test("a folded group stands for its rows, an open one's line for none", async () => {
    await expect(sumOf(folded, 0, 1)).resolves.toBe("13.50");
    await expect(sumOf(folded, 0, 3)).resolves.toBe("26.50");
    await expect(sumOf(open2, 0, 1)).resolves.toBeUndefined();
    await expect(sumOf(open2, 0, 2)).resolves.toBe("10.50");
    await expect(sumOf(open2, 0, 5)).resolves.toBe("26.50");
  });

  test("where there are no subtotals, only the cells in sight count", async () => {
    for (const folds of [folded, open2]) {
      const query = { ...folds, groups: { ...folds.groups!, totals: [] } };
      const { rowCount } = await order(query);
      const { columns } = await handlers.window(
        {
          type: "window",
          dataset: FIRST,
          query,
          tableRows: 4,
          range: range(0, rowCount),
          columns: [COST.column],
        },
        asking,
      );
      for (let start = 0; start < rowCount; start += 1) {
        for (let end = start + 1; end <= rowCount; end += 1) {
          const seen = columns[0]!.texts.slice(start, end).filter((text) => text !== "");
          const sum = seen.reduce((all, text) => all.plus(text), new Big(0));
          const found = await sumOf(query, start, end);
          expect(found && Number(found)).toBe(seen.length > 0 ? Number(sum) : undefined);
        }
      }
    }
  });

  test("are looked through as they are in sight; what is folded is counted apart", async () => {
    const [client, cost] = [columnId(0), columnId(1)];
    await expect(find(folded, "ADA", "here")).resolves.toEqual({
      count: 1,
      folded: 2,
      hit: { number: 1, row: 0, column: client },
    });
    await expect(find(open2, "ADA", "next")).resolves.toEqual({
      count: 3,
      folded: 0,
      hit: { number: 2, row: 1, column: client },
    });
    await expect(find(open2, "3", "previous")).resolves.toEqual({
      count: 2,
      folded: 0,
      hit: { number: 1, row: 0, column: cost },
    });
    await expect(find(byCost, "0", "previous")).resolves.toEqual({
      count: 1,
      folded: 0,
      hit: { number: 1, row: 0, column: cost },
    });
    await expect(find(byCost, "nothing", "here")).resolves.toEqual({
      count: 0,
      folded: 0,
      hit: undefined,
    });
  });

  test("are copied as they are in sight, with how many rows they have and bare sums", async () => {
    const columns = ["Client", "Cost"].map((label, at) => {
      return { id: columnId(at), label, asText: at === 0 };
    });
    const block = { range: range(0, 9), columns, headers: true };
    const { text } = await handlers.copy(
      { type: "copy", dataset: FIRST, query: open2, tableRows: 4, block },
      asking,
    );
    expect(text.split("\r\n")).toEqual([
      "Client\tRows\tCost",
      "Ada\t2\t13.50",
      "Ada\t\t10.50",
      "Ada\t\t3",
      "Bo\t1\t9",
      "\t1\t4",
    ]);
  });
});

describe("a report that does not arrive whole", () => {
  test.each([
    ["stopped", new Cancelled(), new Cancelled()],
    [
      "cut",
      new ReportFailure({ code: "cut", bytes: 90, rows: 3 }),
      new ReportFailure({ code: "cut", bytes: 90, rows: 3 }),
    ],
    [
      "too large for memory",
      new RangeError("Array buffer allocation failed"),
      new ReportFailure({ code: "tooLarge", limit: "memory", rows: 3 }),
    ],
  ])("%s: tells the last rows, keeps them, is not sealed", async (_, cause, failure) => {
    const opened = open();
    network.send(HEAD);
    network.send(',["Cy","100"],["D');
    network.fail(cause);
    await expect(opened).rejects.toEqual(failure);
    expect(told.at(-1)).toMatchObject({
      phase: "receiving",
      table: { rowCount: 3, sealed: false },
      bytes: HEAD.length + 17,
    });
    await expect(order(byCost)).resolves.toEqual({ tableRows: 3, rowCount: 3 });
    await expect(clients(byCost, 3)).resolves.toEqual(["Cy", "Ada", "Bo"]);
  });

  test("larger than may be held: the rows that fit stay, the rest is refused", async () => {
    handlers = createHandlers(
      { load: network.load, download: () => Promise.reject(new Error("not asked for")) },
      turns,
      4096,
    );
    const opened = open();
    const failed = expect(opened).rejects.toMatchObject({
      error: { code: "tooLarge", limit: "memory" },
    });
    network.send('{"headers":["Client"],"rows":[["first"]');
    let sent = 1;
    try {
      for (; sent < 1000; sent += 1) network.send(`,["a client's name, no. ${sent}"]`);
    } catch (cause) {
      network.fail(cause as Error);
    }
    await failed;
    const rows = told.at(-1)?.phase === "receiving" ? (await order(ALL_ROWS)).rowCount : 0;
    expect(rows).toBeGreaterThan(10);
    expect(rows).toBe(sent);
    expect(sent).toBeLessThan(1000);
    expect((await clients(ALL_ROWS, rows, rows))?.at(-1)).toBe(`a client's name, no. ${rows - 1}`);
  });

  test("nothing came: nothing more is told", async () => {
    const opened = open();
    network.fail(new ReportFailure({ code: "notFound" }));
    await expect(opened).rejects.toEqual(new ReportFailure({ code: "notFound" }));
    expect(told).toEqual([{ phase: "connecting" }]);
  });
});

test("datasets are apart; a closed one is gone, the other stays", async () => {
  const first = open(FIRST);
  network.send(`${HEAD}]}`);
  network.end();
  await first;
  network = scriptLoad();
  const second = open(SECOND);
  second.catch(() => undefined);
  await expect(order(ALL_ROWS, FIRST)).resolves.toEqual({ tableRows: 2, rowCount: 2 });
  await expect(order(ALL_ROWS, SECOND)).resolves.toEqual({ tableRows: 0, rowCount: 0 });
  handlers.close(FIRST);
  await expect(order(ALL_ROWS, FIRST)).rejects.toBeInstanceOf(Cancelled);
  await expect(order(ALL_ROWS, SECOND)).resolves.toEqual({ tableRows: 0, rowCount: 0 });
});

describe("a file", () => {
  test("is a blob of its bytes, with the server's name", async () => {
    const { notes, saved } = save(async ({ onTry, onChunk, onProgress }) => {
      onTry?.();
      for (const text of ["a;b\r\n", "1;2\r\n"]) await onChunk(new TextEncoder().encode(text));
      onProgress?.({ bytes: 10, totalBytes: 10 });
      return { name: "may.csv", mediaType: "text/csv", bytes: 10, lines: undefined };
    });
    const { blob, name } = await saved;
    expect([name, blob.type, await blob.text()]).toEqual(["may.csv", "text/csv", "a;b\r\n1;2\r\n"]);
    expect(notes).toEqual([
      { phase: "connecting" },
      { phase: "receiving", bytes: 10, totalBytes: 10 },
    ]);
  });

  test("that broke off is an error", async () => {
    const cut = new ReportFailure({ code: "cut", bytes: 5, rows: 0 });
    const { saved } = save(async ({ onChunk }) => {
      await onChunk(new TextEncoder().encode("a;b\r\n"));
      throw cut;
    });
    await expect(saved).rejects.toBe(cut);
  });
});
