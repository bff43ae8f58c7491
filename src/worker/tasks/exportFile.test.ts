import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows } from "../../engine/testing/anyCells.ts";
import { exported, reportOf } from "../../export/testing/exported.ts";
import { readReport } from "../../load/testing/readReport.ts";
import { ALL_ROWS } from "../../model/query.ts";
import { noAlterations } from "../../model/alterations.ts";
import { PLAIN_CSV } from "../../model/viewExport.ts";
import type { ExportProgress, RequestOf } from "../protocol.ts";
import { FIRST } from "../testing/examples.ts";
import type { Dataset } from "./dataset.ts";
import { exportFile } from "./exportFile.ts";

const REQUEST: RequestOf<"export"> = {
  type: "export",
  dataset: FIRST,
  query: ALL_ROWS,
  tableRows: 3,
  view: {
    format: "csv",
    dialect: PLAIN_CSV,
    columns: [],
    totals: [],
    about: [],
    soFar: false,
    splitBy: undefined,
  },
  target: undefined,
};
const piece = (text: string) => new TextEncoder().encode(text);
const summary = {
  bytes: 4,
  rows: 3,
  parts: 1,
  groupLinesLeftOut: false,
  altered: noAlterations(),
  said: [],
};

/** A dataset whose file is these pieces. */
function datasetOf(pieces: readonly string[], failure?: Error): Pick<Dataset, "export"> {
  return {
    export: async (_request, sink, onRows) => {
      for (const [at, text] of pieces.entries()) {
        await sink.write(piece(text));
        onRows(at + 1, pieces.length);
      }
      if (failure !== undefined) throw failure;
      return summary;
    },
  };
}

function start(dataset: Pick<Dataset, "export">, request = REQUEST) {
  const controller = new AbortController();
  const told: ExportProgress[] = [];
  const done = exportFile(dataset, request, {
    signal: controller.signal,
    progress: (note) => told.push(note),
    onTryNow: () => undefined,
  });
  return { controller, told, done };
}

/** A file of the person's, as the browser gives it. */
function fakeFile() {
  const events: string[] = [];
  const stream = {
    write: async (chunk: Uint8Array) => {
      events.push(`write ${new TextDecoder().decode(chunk)}`);
      return Promise.resolve();
    },
    close: async () => Promise.resolve(void events.push("close")),
    abort: async () => Promise.resolve(void events.push("abort")),
  };
  const file: unknown = { createWritable: () => Promise.resolve(stream) };
  return { events, request: { ...REQUEST, target: file as FileSystemFileHandle } };
}

describe("a file", () => {
  test("becomes a blob of its pieces, with its type, and tells how far it is", async () => {
    const { told, done } = start(datasetOf(["a,b\n", "1,2\n"]));
    const { blob, ...rest } = await done;
    expect(await blob?.text()).toBe("a,b\n1,2\n");
    expect(blob?.type).toBe("text/csv;charset=utf-8");
    expect(rest).toEqual(summary);
    expect(told[0]).toEqual({ phase: "writing", rows: 1, of: 2 });
  });

  test("of parts is an archive", async () => {
    const view = { ...REQUEST.view, splitBy: { id: 0 as never, label: "Client", inFiles: true } };
    const { blob } = await start(datasetOf(["PK"]), { ...REQUEST, view }).done;
    expect(blob?.type).toBe("application/zip");
  });

  test("goes to the place the person chose", async () => {
    const { events, request } = fakeFile();
    const { blob } = await start(datasetOf(["a", "b"]), request).done;
    expect(blob).toBeUndefined();
    expect(events).toEqual(["write a", "write b", "close"]);
  });

  test("that fails is not left there", async () => {
    const { events, request } = fakeFile();
    const failure = new RangeError("Array buffer allocation failed");
    await expect(start(datasetOf(["a"], failure), request).done).rejects.toBe(failure);
    expect(events).toEqual(["write a", "abort"]);
  });

  test("that is stopped at its last moment is not left there either", async () => {
    const { events, request } = fakeFile();
    const { controller, done } = start(datasetOf(["a"]), request);
    controller.abort();
    await expect(done).rejects.toThrow("abort");
    expect(events.at(-1)).toBe("abort");
  });
});

test("a JSON file is the same report again for whoever reads it", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows(3, 10), async (rows) => {
      const headers = ["x", "", "y"];
      const { bytes } = await exported(reportOf(headers, rows), "json");
      const again = readReport([bytes]);
      expect(again.error).toBeUndefined();
      expect(again.headers).toEqual(headers);
      const kinds = ["missing", "null", "string", "number", "boolean", "nested"];
      expect(again.rows).toEqual(
        rows.map((row) => row.map(({ kind, text }) => [kinds[kind], text])),
      );
    }),
  );
});
