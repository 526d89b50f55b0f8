import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type HostPage = { readonly origin: string; close(): Promise<void> };

/**
 * A shop's own website: a page of another origin that holds what it is given. On `127.0.0.1` it is of another site too,
 * so that a browser may keep the frame from its storage.
 */
export async function serveHostPage(body: string, name: "localhost" | "127.0.0.1"): Promise<HostPage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><html lang="zh-CN"><title>木与棉</title><body><h1>木与棉</h1>${body}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with that port.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${name}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
