// Who may import whom. Paths are resolved, so no spelling of a specifier gets round a rule.
/** Tests, and the folders that only tests use. */
const TEST = "(\\.test\\.tsx?$|/fixtures/)";
const error = (name, comment, { from, to }) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    error(
      "flows-is-pure",
      "The domain knows zod, the linear-time regular expressions and itself; it runs in browsers too.",
      {
        from: { path: "^flows/", pathNot: TEST },
        to: { pathNot: ["^flows/", "^node_modules/(zod|re2js)/"] },
      },
    ),
    error("no-node-to-node", "A node kind is one folder; what two kinds share lies beside the folders.", {
      from: { path: "^flows/nodes/([^/]+)/", pathNot: TEST },
      to: { path: "^flows/nodes/[^/]+/", pathNot: "^flows/nodes/$1/" },
    }),
    error("kernel-knows-no-kind", "The interpreter is handed its registry.", {
      from: { path: "^flows/kernel/", pathNot: TEST },
      to: { path: "^flows/(nodes|packs)/" },
    }),
    error(
      "client-takes-server-types-only",
      "One value import ships server code to browsers while the build stays green.",
      {
        from: { path: "^components/", pathNot: TEST },
        to: { path: "^(server|drizzle)/", dependencyTypesNot: ["type-only"] },
      },
    ),
    error(
      "only-preview-executes",
      "Executors are for the server and the preview; elsewhere they are dead weight in the page.",
      {
        from: { path: "^components/", pathNot: ["^components/preview/", TEST] },
        to: { path: "^flows/nodes/(executors\\.ts|.*/execute\\.ts)$", dependencyTypesNot: ["type-only"] },
      },
    ),
    error("pages-render-components-only", "A route reads its parameters and renders one component.", {
      from: { path: "^app/" },
      to: { path: "^(flows|server|drizzle|e2e|scripts)/" },
    }),
    error(
      "engine-knows-no-outside",
      "The engine is told what to do; it never reaches for a channel, a procedure, a queue or a page.",
      {
        from: { path: "^server/(runtime|effects|knowledge|understanding)/", pathNot: TEST },
        to: { path: "^(server/(channels|trpc|jobs|http)|app|components)/" },
      },
    ),
    error("channels-know-no-flow", "server/conversations joins channels and runtime.", {
      from: { path: "^server/channels/", pathNot: TEST },
      to: { path: "^(flows|server/runtime)/" },
    }),
    error("server-knows-no-ui", "Nothing of the faces runs on the server but through Next.", {
      from: { path: "^server/" },
      to: { path: "^(app|components)/" },
    }),
    error("one-model-client", "Model providers are spoken to in one place, which counts, limits and masks.", {
      from: { pathNot: "^(server/ai/|e2e/)" },
      to: { path: "^node_modules/(ai|@ai-sdk)/" },
    }),
    error(
      "env-is-read-once",
      "Settings arrive as arguments; only what starts a process reads the environment.",
      {
        from: {
          path: "^server/(runtime|effects|knowledge|understanding|channels|http|auth|trpc|jobs|db)/",
          pathNot: TEST,
        },
        to: { path: "^server/env\\.ts$", dependencyTypesNot: ["type-only"] },
      },
    ),
    error(
      "one-way-out",
      "Whatever is fetched goes through server/net, which lets through what is on the public internet only.",
      {
        from: { path: "^(server|flows)/", pathNot: ["^server/net/", TEST] },
        to: { path: "^(node:)?https?$|^node_modules/undici/", dependencyTypesNot: ["type-only"] },
      },
    ),
    error("product-knows-no-tests", "What tests need stays out of what customers run.", {
      from: { path: "^(app|components|flows|server|drizzle)/", pathNot: TEST },
      to: { path: "^e2e/" },
    }),
    error("no-cycles", "Two files that need each other are one file.", {
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    }),
    error("no-dead-ends", "An import that cannot be resolved hides whatever it leads to from these rules.", {
      from: {},
      to: { couldNotResolve: true },
    }),
  ],
  options: {
    doNotFollow: { path: ["node_modules"] },
    exclude: { path: ["^\\.next/", "^public/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css", ".d.mts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
