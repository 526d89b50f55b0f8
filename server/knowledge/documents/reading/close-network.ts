import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

/**
 * Leaves this process without a network: every way of Node's own library to the outside ends here. Files, children and threads are
 * closed by Node's permission model, which in this version has no switch for the network.
 */
export function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error("a reader of documents has no network");
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.createSocket = refuse;
  dns.lookup = Object.assign(refuse, { __promisify__: refuse });
  globalThis.fetch = refuse;
  Object.assign(globalThis, { WebSocket: refuse, EventSource: refuse });
}
