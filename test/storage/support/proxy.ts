import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface FlakyProxy {
  /** The address, with the proxy's port in place of the server's. */
  url: string;
  /** pass: forwards · stall: accepts and forwards nothing, like a network that drops packets · refuse: cuts and hangs up. */
  mode: "pass" | "stall" | "refuse";
  /** Breaks every connection now. */
  cut(): void;
  close(): Promise<void>;
}

/** A TCP proxy before a server, to make the network fail at will. */
export async function startProxy(target: string): Promise<FlakyProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (proxy.mode === "refuse") return near.destroy();
    const far = connect(Number(port || 5432), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => {
        if (proxy.mode === "pass") to.write(bytes);
      });
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = new URL(target);
  url.host = `127.0.0.1:${address.port}`;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const proxy: FlakyProxy = {
    url: url.href,
    mode: "pass",
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}
