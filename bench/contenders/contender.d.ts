/*
 * What the benchmark asks of everything it measures, and what the recorder in the page tells. Each
 * action returns what was measured from the triggering event on, for each stage waited for.
 */
import type { Page } from "@playwright/test";
import type { TextOrder } from "../oracle.js";
import type { Peer } from "../peers/shared.jsx";

export type { Page };

/** How one grid marks its parts. */
export interface GridNames {
  /** Selector of a drawn row that has an aria-rowindex. */
  readonly row: string;
  /** Selector of a cell in it that has an aria-colindex. */
  readonly cell: string;
  /** The aria-rowindex of the first row of the view. */
  readonly firstRow: number;
  /** The aria-colindex of the report's first column. */
  readonly firstColumn: number;
  /** Selector of what scrolls up and down. */
  readonly scroller: string;
  /** Selector of what scrolls to the side. */
  readonly sideways: string;
}

/** What has to be seen. */
export interface Expected {
  /** Rows of the view. */
  readonly count?: number;
  /** Where to look: a column of the report, from 0. */
  readonly column?: number;
  /** Of that column, from the first row of the view on. */
  readonly texts?: readonly string[];
  /** Or: full of rows, the first of them about this one. */
  readonly near?: number;
  /** Of the view; goes with `near`. */
  readonly rowCount?: number;
  /** Nothing is under way any more. */
  readonly complete?: boolean;
}

export interface SeenRow {
  /** In the view, from 0. */
  readonly row: number;
  /** Text by column of the report. */
  readonly cells: Record<string, string>;
}

/** A request to a worker that tells of it: milliseconds; `done` is 0 until it is. */
export interface WorkerRequest {
  type: string;
  sent: number;
  done: number;
}

/** Milliseconds. */
export interface Measured {
  /** Until each stage was drawn; NaN when it never was. */
  readonly times: number[];
  /** As the browser reports tasks from 50 ms on; 0: none. */
  readonly longestTask: number;
  /** In which the page could do nothing else. */
  readonly longestGap: number;
  readonly requests: WorkerRequest[];
}

/** Offered in every page as `bench`. */
export interface Recorder {
  meet(names: GridNames, count: () => number, busy?: () => boolean): void;
  measure(trigger: () => void, stages: readonly Expected[], limitMs?: number): Promise<Measured>;
  /** Moves the scroll bar to a part of its way and waits until the grid is full of rows. */
  jump(
    part: number,
    rowCount: number,
    column: number,
  ): Promise<Measured & { readonly rows: SeenRow[] }>;
  lookAt(side: "start" | "end"): void;
}

/** With a slash at the end. */
export interface Addresses {
  readonly billscope: string;
  readonly peers: string;
}

export interface ReportAddress {
  readonly id: string;
  readonly path: string;
  readonly key: string;
}

export type Condition = "contains" | "is";
type Stages = readonly Expected[];

export interface Contender {
  readonly name: string;
  /** How it sorts texts. */
  readonly textOrder: TextOrder;
  /** Everything before the report is asked for. */
  prepare(page: Page, addresses: Addresses): Promise<void>;
  open(page: Page, report: ReportAddress, stages: Stages): Promise<Measured>;
  sort(page: Page, column: number, descending: boolean, stages: Stages): Promise<Measured>;
  unsort(page: Page, stages: Stages): Promise<Measured>;
  filter(
    page: Page,
    column: number,
    condition: Condition,
    value: string,
    stages: Stages,
  ): Promise<Measured>;
  clear(page: Page, stages: Stages): Promise<Measured>;
}

/** Offered to fluency.js: every frame between the two. */
export interface Fluency {
  begin(rows: boolean): void;
  end(): {
    /** Milliseconds from frame to frame. */
    readonly gaps: number[];
    readonly blanks: number;
    /** Milliseconds from each key to what it painted, from 16 on. */
    readonly keys: number[];
    /** Different places that were seen. */
    readonly places: number;
  };
}

declare global {
  var bench: Recorder;
  var fluency: Fluency;
  /** What a peer's page lets its driver do. */
  var peer: Peer;
}
