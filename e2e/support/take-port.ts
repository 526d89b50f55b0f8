import { findFreePort } from "../../scripts/find-free-port.mjs";

const FROM = 23_000;
/** Below the ports that systems give to outgoing connections (32768 on Linux). */
const TO = 32_000;
const STEP = 10;

let next = FROM + Math.floor(Math.random() * ((TO - FROM) / STEP)) * STEP;

/**
 * A port of this machine for a server of a test, given to nobody else of this process: one whose server has just been killed looks
 * free, and is to be its own again when it comes back.
 */
export async function takePort(): Promise<number> {
  for (;;) {
    const from = next;
    // Before waiting: others ask meanwhile.
    next = next + 1 < TO ? next + 1 : FROM;
    const free = await findFreePort(from, "127.0.0.1");
    if (free === null) throw new Error("no free port was found");
    if (free === from) return free;
  }
}
