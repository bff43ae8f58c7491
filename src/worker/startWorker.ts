/**
 * Starts our two workers. Where the browser enforces Trusted Types, a script address needs a policy:
 * ours is named "billscope" and lets through their two addresses and nothing else.
 */

// oxlint-disable-next-line import/default -- Vite makes this module: the address of the built worker.
import workerUrl from "./worker.ts?worker&url";
// oxlint-disable-next-line import/default -- The same for the worker that reads workbooks.
import workbookUrl from "./xlsxWorker.ts?worker&url";

/** The part of Trusted Types that we use; not all browsers have it, nor TypeScript's library. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

let urls: ((url: string) => string) | undefined;

export function startWorker(): Worker {
  return new Worker(trusted(workerUrl), { type: "module", name: "Billscope engine" });
}

export function startWorkbookWorker(): Worker {
  return new Worker(trusted(workbookUrl), { type: "module", name: "Billscope workbook" });
}

/** To the types a trusted address is text. */
function trusted(url: string): string {
  urls ??= trustedUrls();
  return urls(url);
}

/** Made once: a policy's name can be taken only once. */
function trustedUrls(): (url: string) => string {
  const policy = globalThis.trustedTypes?.createPolicy("billscope", {
    createScriptURL: (url) => {
      if (url !== workerUrl && url !== workbookUrl) {
        throw new TypeError("not the address of one of our workers");
      }
      return url;
    },
  });
  return policy === undefined ? (url) => url : (url) => policy.createScriptURL(url);
}
