import { createServer } from "node:net";
import { type Finding, ok, wrong } from "../../adapters/finding.ts";
import type { Config } from "../../config/read-config.ts";

interface Port {
  variable: "PORT" | "HEALTH_PORT";
  host: string | undefined;
  port: number;
}

/** Whether the ports of the configuration can be listened on, or a running Rolewise has them already. */
export async function checkPorts({ slack, health }: Config): Promise<Finding[]> {
  const ports: Port[] = [
    ...(slack?.mode === "http" ? [{ variable: "PORT" as const, host: undefined, port: slack.port }] : []),
    ...(health === undefined ? [] : [{ variable: "HEALTH_PORT" as const, ...health }]),
  ];
  return Promise.all(ports.map(checkPort));
}

async function checkPort({ variable, host, port }: Port): Promise<Finding> {
  const code = await refusal(host, port);
  if (code === undefined) return ok(`${variable} ${port} is free`);
  if (code === "EADDRINUSE" && (await isRolewise(port)))
    return ok(`${variable} ${port} is served by a Rolewise that runs`);
  return code === "EADDRINUSE"
    ? wrong(
        `${variable} ${port} is used by another program`,
        `End that program, or set ${variable} to another number.`,
      )
    : wrong(`${variable} ${port} cannot be opened (${code})`, `Set ${variable} to another number.`);
}

function refusal(host: string | undefined, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function isRolewise(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(2_000);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal });
    return answer.ok && JSON.stringify(await answer.json()) === '{"ok":true}';
  } catch {
    return false;
  }
}
