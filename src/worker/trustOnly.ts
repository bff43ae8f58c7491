/**
 * Where the browser enforces Trusted Types, the address of a worker's script needs a policy: ours is
 * named "billscope" and lets through the addresses it is made for and nothing else.
 */

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

/** Once in a page or worker: a policy's name can be taken only once. To the types a trusted address is text. */
export function trustOnly(urls: readonly string[]): (url: string) => string {
  let trusted: ((url: string) => string) | undefined;
  return (url) => {
    trusted ??= policyFor(urls);
    return trusted(url);
  };
}

function policyFor(urls: readonly string[]): (url: string) => string {
  const policy = globalThis.trustedTypes?.createPolicy("billscope", {
    createScriptURL: (url) => {
      if (!urls.includes(url)) throw new TypeError("not the address of one of our workers");
      return url;
    },
  });
  return policy === undefined ? (url) => url : (url) => policy.createScriptURL(url);
}
