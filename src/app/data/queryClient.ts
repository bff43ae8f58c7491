/**
 * The cache of blocks of rows and their orders. Only blocks go in, never the report, never the key.
 * Blocks never go stale: their name says of which rows they are. Those off screen are dropped after
 * a short while; results are plain arrays and are not compared.
 */

import { QueryClient, notifyManager } from "@tanstack/react-query";

/** Long enough to scroll back and forth, short enough that memory stays flat. */
const KEEP_OFF_SCREEN_MS = 10_000;

export function createQueryClient(): QueryClient {
  // What came is told in the same task: by default it waits for a timer.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: KEEP_OFF_SCREEN_MS,
        staleTime: Number.POSITIVE_INFINITY,
        structuralSharing: false,
        retry: false,
        // The worker answers without a network.
        networkMode: "always",
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}
