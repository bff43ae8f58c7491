/** The line at the top: what is open, and what can be done with the report as a whole. */

import { type Ref, useState } from "react";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { Mark } from "../controls/Mark.tsx";
import { Menu } from "../controls/Menu.tsx";
import type { FileFormat } from "../../model/reportError.ts";
import type { ReportId } from "../../model/reportId.ts";
import styles from "./ReportHeader.module.css";

interface ReportHeaderProps {
  /** Undefined for a file. */
  readonly reportId: ReportId | undefined;
  readonly fileName: string | undefined;
  readonly hasKey: boolean;
  readonly onForgetKey: () => void;
  readonly onDownload: (format: FileFormat) => void;
  readonly onOtherReport: () => void;
  readonly onFile: () => void;
  readonly onShare: () => void;
  readonly onSent: () => void;
  readonly onApplyElsewhere: () => void;
  readonly exportButton: Ref<HTMLButtonElement>;
  readonly isExportOpen: boolean;
  /** Without columns there is no view to export. */
  readonly canExport: boolean;
  readonly onExport: () => void;
  /** Values are shown exactly as in the report. */
  readonly isExact: boolean;
  readonly onExact: (exact: boolean) => void;
  readonly onPrint: () => void;
  readonly onHelp: () => void;
  readonly onLook: () => void;
}

export function ReportHeader(props: ReportHeaderProps) {
  const { reportId, fileName, onForgetKey, onDownload, onOtherReport, onShare, onSent } = props;
  const { isExact, onExact } = props;
  const { exportButton, isExportOpen, canExport, onExport } = props;
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <header className={styles.header}>
      <div className={styles.what}>
        <Mark />
        <h1 className={styles.title}>{reportId === undefined ? "File" : "Report"}</h1>
        {reportId === undefined ? (
          <span className={styles.file} title={fileName}>
            {fileName}
          </span>
        ) : (
          <code className={styles.id} title={reportId}>
            {reportId.slice(0, 8)}
            <span className={styles.rest}>{reportId.slice(8)}</span>
          </code>
        )}
      </div>
      <div className={styles.actions}>
        {props.hasKey && (
          <Button look="quiet" onClick={onForgetKey}>
            Forget key
          </Button>
        )}
        {reportId !== undefined && (
          <>
            <Button onClick={() => onDownload("csv")}>Download CSV</Button>
            <Button onClick={() => onDownload("xlsx")}>Download XLSX</Button>
          </>
        )}
        <Button
          aria-label="More"
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          className={styles.more}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Icon name="more" />
        </Button>
        <Button
          ref={exportButton}
          aria-haspopup="menu"
          aria-expanded={isExportOpen}
          disabled={!canExport}
          onClick={onExport}
        >
          Export view
        </Button>
        <Button look="primary" className={styles.share} onClick={onShare}>
          Share
        </Button>
      </div>
      {anchor !== undefined && (
        <Menu
          label="More"
          anchor={anchor}
          items={[
            ...(reportId === undefined
              ? []
              : [
                  {
                    label: "Download JSON",
                    icon: "file",
                    onSelect: () => onDownload("json"),
                  } as const,
                ]),
            {
              label: "Show values exactly as in the report",
              checked: isExact,
              separated: true,
              onSelect: () => onExact(!isExact),
            },
            { label: "Print…", separated: true, onSelect: props.onPrint },
            { label: "Appearance…", onSelect: props.onLook },
            { label: "Keyboard shortcuts", onSelect: props.onHelp },
            { label: "What left this browser", separated: true, onSelect: onSent },
            { label: "Open another report", separated: true, onSelect: onOtherReport },
            { label: "Open a file…", onSelect: props.onFile },
            { label: "Apply this view to another report…", onSelect: props.onApplyElsewhere },
          ]}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </header>
  );
}
