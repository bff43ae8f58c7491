/*
 * The sample API inside Vite's development server, at the same path as in production, so `npm run
 * dev` needs no second process and no proxy. Also answers /config.json with samples on. Serves only:
 * a build is not touched.
 */
import { createSampleApi } from "./server.js";

/** @returns {import("vite").Plugin} */
export function sampleApi() {
  const api = createSampleApi({ log: false });
  return {
    name: "billscope-sample-api",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use((req, res, next) => {
        const path = req.url ?? "/";
        if (path.startsWith("/billing/")) {
          void api.handle(req, res);
        } else if (path.startsWith("/config.json")) {
          res.setHeader("Content-Type", "application/json");
          res.end(JSON.stringify({ samples: true }));
        } else {
          next();
        }
      });
    },
  };
}
