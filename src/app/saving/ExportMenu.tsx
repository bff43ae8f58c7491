/** What the view can be saved as, with how much that is said before the click. */

import { Menu } from "../controls/Menu.tsx";
import type { ExportFormat } from "../../model/alterations.ts";
import { savingWords } from "../../words/en/saving.ts";

interface ExportMenuProps {
  readonly anchor: HTMLElement;
  /** Where the focus was, when a key opened the menu. */
  /** "1,204 rows × 12 columns". */
  readonly extent: string;
  readonly onExport: (format: ExportFormat) => void;
  readonly onSplit: () => void;
  readonly onForm: () => void;
  readonly onClose: () => void;
}

export function ExportMenu(props: ExportMenuProps) {
  const { anchor, extent, onExport, onSplit, onForm, onClose } = props;
  return (
    <Menu
      label={savingWords.menu}
      anchor={anchor}
      note={extent}
      items={[
        { label: "CSV", icon: "file", onSelect: () => onExport("csv") },
        { label: "XLSX", icon: "file", onSelect: () => onExport("xlsx") },
        { label: "JSON", icon: "file", onSelect: () => onExport("json") },
        { label: savingWords.onePerClient, separated: true, onSelect: onSplit },
        { label: savingWords.separators, onSelect: onForm },
      ]}
      onClose={onClose}
    />
  );
}
