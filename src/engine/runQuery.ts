/**
 * One query on one table, without memory of earlier ones. What filters, search and sort mean is
 * written down in docs/decisions/0005-order-and-filters.md; `createQueryRunner` is for screens,
 * where one query follows the other.
 */

import type { Query } from "../model/query.ts";
import type { Turn } from "../model/turn.ts";
import { createQueryRunner, type KindOf } from "./queryRunner.ts";
import type { RowOrder } from "./rowOrder.ts";
import type { ReportTable } from "./table.ts";

export function runQuery(
  table: ReportTable,
  query: Query,
  turn: Turn,
  kindOf: KindOf,
  rowCount: number = table.rowCount,
): Promise<RowOrder> {
  return createQueryRunner(table).run(query, turn, kindOf, rowCount);
}
