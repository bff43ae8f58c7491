/**
 * The filter dialog for a new filter or for one that is changed: the same one wherever it stands
 * when Apply is pressed, as the view may change below the dialog. One that is gone is added again.
 */

import { useState } from "react";
import { type ViewAction, changeView } from "../../model/changeView.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import { planView } from "../../model/planView.ts";
import { same } from "../../model/same.ts";
import { draftOf, newDraft } from "../filter/filterDraft.ts";
import { FilterDialog } from "../filter/FilterDialog.tsx";
import type { Panel } from "./panel.ts";
import type { Report } from "./useReport.ts";

interface FilterPanelProps {
  readonly panel: Extract<Panel, { readonly kind: "addFilter" | "filterColumn" | "editFilter" }>;
  readonly report: Report;
  readonly onClose: () => void;
}

export function FilterPanel({ panel, report, onClose }: FilterPanelProps) {
  const { open, sent, columns, view, plan, change } = report;
  const [edited] = useState(panel.kind === "editFilter" ? view.filters[panel.index] : undefined);
  const key = panel.kind === "filterColumn" ? panel.column : edited?.column;
  const id = panel.kind === "addFilter" ? panel.column : undefined;
  const named = columns.find((column) => column.key === key || column.id === id);
  const column = named ?? columns.find((one) => one.id === plan.shown[0]);
  const initial =
    edited === undefined ? column && newDraft(column) : draftOf(edited, named?.commas);
  if (open?.data === undefined || sent === undefined || initial === undefined) return null;
  const { data } = open;
  const except = plan.query.groups?.folds.except;
  const queryAfter = (action: ViewAction) =>
    planView(changeView(view, action), columns, except).query;
  const index = view.filters.findIndex((one) => same(one, edited));
  const actionOf = (filter: Filter<ColumnKey>): ViewAction =>
    index < 0 ? { type: "addFilter", filter } : { type: "replaceFilter", index, filter };
  return (
    <FilterDialog
      columns={columns}
      initial={initial}
      choosesColumn={panel.kind === "addFilter"}
      data={data}
      // Values are counted in the rows that the other filters leave.
      others={queryAfter({ type: "removeFilter", index })}
      choice={plan}
      onDraft={(filter) => data.feed.prepare(queryAfter(actionOf(filter)), sent)}
      onApply={(filter) => {
        change(actionOf(filter));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
