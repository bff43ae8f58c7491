/** What goes between the worker that reads a report and the one that digests its sheets. */

import type { Sheet } from "../engine/canonicalBytes.ts";

export interface DigestRequest {
  readonly id: number;
  readonly sheet: Sheet;
}

export type DigestReply =
  | { readonly ready: true }
  | { readonly id: number; readonly digests: Uint8Array<ArrayBuffer>; readonly sheet: Sheet }
  | { readonly id: number; readonly failed: true };
