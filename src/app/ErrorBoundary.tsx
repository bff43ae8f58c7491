/**
 * The last net: when drawing fails, or a part of the app can't be fetched, it says so and keeps what
 * the person has, the link. Details are the error's own text, which never holds a key.
 */

import { Component, type ReactNode } from "react";
import { type ReportError, ReportFailure } from "../model/reportError.ts";
import { startWords } from "../words/en/start.ts";
import { Stopped } from "./Stopped.tsx";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failed: ReportError | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: undefined };

  static getDerivedStateFromError(error: unknown): State {
    if (error instanceof ReportFailure) return { failed: error.error };
    const detail = error instanceof Error ? error.message : String(error);
    return { failed: { code: "internal", detail } };
  }

  override render() {
    const { failed } = this.state;
    if (failed === undefined) return this.props.children;
    const { title, meaning } =
      failed.code === "workerUnloadable"
        ? startWords.workerUnloadable
        : { ...startWords.internal, meaning: startWords.internal.meaning(detailOf(failed)) };
    return (
      <Stopped title={title} meaning={meaning} again={startWords.reload}>
        <p>{startWords.addressHolds}</p>
      </Stopped>
    );
  }
}

function detailOf(error: ReportError): string {
  return error.code === "internal" ? error.detail : error.code;
}
