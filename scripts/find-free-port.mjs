import { createServer } from "node:net";

const TRIES = 100;

/** Says whether a server could listen there now. */
export function isPortFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Returns the first free port from `from` on, or null when a hundred in a row are taken. */
export async function findFreePort(from, host) {
  for (let port = from; port < Math.min(from + TRIES, 65_536); port++) {
    if (await isPortFree(port, host)) return port;
  }
  return null;
}
