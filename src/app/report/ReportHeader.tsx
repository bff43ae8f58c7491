/** The line at the top: what is open, and what can be done with the report as a whole. */

import { type Ref, useState } from "react";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { Mark } from "../controls/Mark.tsx";
import { Menu } from "../controls/Menu.tsx";
import type { FileFormat } from "../../model/reportError.ts";
import type { ReportId } from "../../model/reportId.ts";
import { findWords } from "../../words/en/find.ts";
import { reportWords } from "../../words/en/report.ts";
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
  readonly onFind: () => void;
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
        <h1 className={styles.title}>
          {reportId === undefined ? reportWords.file : reportWords.name}
        </h1>
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
            {reportWords.forgetKey}
          </Button>
        )}
        {reportId !== undefined && (
          <>
            <Button onClick={() => onDownload("csv")}>{reportWords.downloadCsv}</Button>
            <Button onClick={() => onDownload("xlsx")}>{reportWords.downloadXlsx}</Button>
          </>
        )}
        <Button
          aria-label={reportWords.more}
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
          {reportWords.exportView}
        </Button>
        <Button look="primary" className={styles.share} onClick={onShare}>
          {reportWords.share}
        </Button>
      </div>
      {anchor !== undefined && (
        <Menu
          label={reportWords.more}
          anchor={anchor}
          items={[
            ...(reportId === undefined
              ? []
              : [
                  {
                    label: reportWords.downloadJson,
                    icon: "file",
                    onSelect: () => onDownload("json"),
                  } as const,
                ]),
            {
              label: reportWords.exact,
              checked: isExact,
              separated: true,
              onSelect: () => onExact(!isExact),
            },
            { label: findWords.open, icon: "search", separated: true, onSelect: props.onFind },
            { label: reportWords.print, separated: true, onSelect: props.onPrint },
            { label: reportWords.look, onSelect: props.onLook },
            { label: reportWords.shortcuts, onSelect: props.onHelp },
            { label: reportWords.sent, separated: true, onSelect: onSent },
            { label: reportWords.otherReport, separated: true, onSelect: onOtherReport },
            { label: reportWords.openFile, onSelect: props.onFile },
            { label: reportWords.applyElsewhere, onSelect: props.onApplyElsewhere },
          ]}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </header>
  );
}
