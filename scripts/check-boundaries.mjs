import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";
import { ROOT } from "./root.mjs";

const FOLDERS = ["app", "components", "drizzle", "e2e", "flows", "server"];

/** Reads who imports whom below `root` and returns the broken rules with the number of files that were read. */
export async function checkBoundaries(root) {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const options = {
    ...config.options,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
    baseDir: root,
  };
  const tsConfigFile = join(root, "tsconfig.json");
  const tsConfig = existsSync(tsConfigFile) ? extractTsConfig(tsConfigFile) : undefined;
  const resolveOptions = config.options.enhancedResolveOptions;
  const { output } = await cruise(folders, options, resolveOptions, { tsConfig });
  const modules = output.modules.filter((module) =>
    folders.some((folder) => module.source.startsWith(`${folder}/`)),
  );
  const violations = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  return { count: modules.length, violations };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { count, violations } = await checkBoundaries(ROOT);
  for (const violation of violations) console.error(violation);
  console.log(`${count} modules, ${violations.length} broken rules`);
  // With a compiler that it cannot load, the tool reads nothing and reports nothing: silence is not success.
  process.exit(count === 0 || violations.length > 0 ? 1 : 0);
}
