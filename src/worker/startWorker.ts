/**
 * Starts the engine's worker. Where the browser enforces Trusted Types, a script address needs a
 * policy: ours is named "billscope" and lets through this one address and nothing else.
 */

// oxlint-disable-next-line import/default -- Vite makes this module: the address of the built worker.
import workerUrl from "./worker.ts?worker&url";

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

let scriptUrl: string | undefined;

export function startWorker(): Worker {
  scriptUrl ??= trustedUrl();
  return new Worker(scriptUrl, { type: "module", name: "Billscope engine" });
}

/** Made once: a policy's name can be taken only once. To the types a trusted address is text. */
function trustedUrl(): string {
  const policy = globalThis.trustedTypes?.createPolicy("billscope", {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError("not the address of the engine's worker");
      return url;
    },
  });
  return policy === undefined ? workerUrl : policy.createScriptURL(workerUrl);
}
