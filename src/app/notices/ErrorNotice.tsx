/** A failure with its words and its next steps as buttons; what each step does is the owner's. */

import type { FileFormat, ReportError } from "../../model/reportError.ts";
import { noticeWords } from "../../words/en/notices.ts";
import { controlWords } from "../../words/en/controls.ts";
import { Button } from "../controls/Button.tsx";
import { type ErrorStep, type Purpose, errorText, formatName } from "../errorText.ts";
import { Notice } from "./Notice.tsx";

export interface ErrorActions {
  readonly again: () => void;
  readonly keepRows?: () => void;
  readonly changeKey: () => void;
  readonly otherReport: () => void;
  /** For a file of the person's own. */
  readonly otherFile?: () => void;
  readonly changeReading?: () => void;
  readonly saveAs: (format: FileFormat) => void;
}

interface ErrorNoticeProps {
  readonly error: ReportError;
  readonly purpose: Purpose;
  /** What else the report could be saved as. */
  readonly formats: readonly FileFormat[];
  readonly actions: ErrorActions;
  /** For a failure that can be left as it is. */
  readonly onClose?: () => void;
}

export function ErrorNotice({ error, purpose, formats, actions, onClose }: ErrorNoticeProps) {
  const { title, meaning, steps } = errorText(error, purpose);
  return (
    <Notice
      tone="failure"
      buttons={
        <>
          {steps.map((step) => (
            <StepButtons key={step} step={step} formats={formats} actions={actions} />
          ))}
          {onClose !== undefined && (
            <Button look="quiet" onClick={onClose}>
              {controlWords.close}
            </Button>
          )}
        </>
      }
    >
      <strong>{title}</strong> {meaning}
    </Notice>
  );
}

interface StepProps {
  readonly step: ErrorStep;
  readonly formats: readonly FileFormat[];
  readonly actions: ErrorActions;
}

function StepButtons({ step, formats, actions }: StepProps) {
  switch (step) {
    case "tryAgain":
      return <Button onClick={actions.again}>{noticeWords.tryAgain}</Button>;
    case "loadAgain":
      return <Button onClick={actions.again}>{noticeWords.loadAgain}</Button>;
    case "keepRows":
      return actions.keepRows === undefined ? null : (
        <Button onClick={actions.keepRows}>{noticeWords.keepRows}</Button>
      );
    case "changeKey":
      return <Button onClick={actions.changeKey}>{noticeWords.changeKey}</Button>;
    case "otherReport":
      return <Button onClick={actions.otherReport}>{noticeWords.otherReport}</Button>;
    case "otherFormats":
      return formats.map((format) => (
        <Button key={format} onClick={() => actions.saveAs(format)}>
          {noticeWords.tryFormat(formatName(format))}
        </Button>
      ));
    case "otherFile":
      return actions.otherFile === undefined ? null : (
        <Button onClick={actions.otherFile}>{noticeWords.otherFile}</Button>
      );
    case "changeReading":
      return actions.changeReading === undefined ? null : (
        <Button onClick={actions.changeReading}>{noticeWords.changeReading}</Button>
      );
    case "reloadPage":
      return <Button onClick={() => window.location.reload()}>{noticeWords.reloadPage}</Button>;
  }
}
