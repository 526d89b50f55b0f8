import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { StartupError } from "../../startup-error.ts";

/** The system account that runs PostgreSQL; null when we are an ordinary user and simply run it ourselves. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

const OWN_ACCOUNT = "jieda";

/** PostgreSQL refuses to run as root, and initdb wants an account that the system knows by name. */
export function chooseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const known =
    findAccount("postgres") ?? findAccount(OWN_ACCOUNT) ?? createAccount() ?? findAccount("nobody");
  if (known) return known;
  throw new StartupError(
    "PostgreSQL may not run as root and this system has no other account. Add one (useradd --system jieda) or set DATABASE_URL.",
  );
}

function createAccount(): Account | null {
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_ACCOUNT], {
    stdio: "ignore",
  });
  return findAccount(OWN_ACCOUNT);
}

function findAccount(name: string): Account | null {
  const line = readPasswd()
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

function readPasswd(): string {
  try {
    return readFileSync("/etc/passwd", "utf8");
  } catch {
    return "";
  }
}

/** Says whether the account may walk down to the folder: a checkout in root's home (mode 0700) is closed to it. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const search = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & search) === 0) return false;
    if (dirname(at) === at) return true;
  }
}
