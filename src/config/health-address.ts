/** Where `/healthz`, `/readyz` and `/metrics` are served. */
export interface HealthAddress {
  host: string;
  port: number;
}

/** `9090` serves this machine alone; `0.0.0.0:9090` or `[::]:9090` any that can reach it. Undefined for anything else. */
export function parseHealthAddress(text: string): HealthAddress | undefined {
  const [, host = "127.0.0.1", digits = ""] =
    /^(?:(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]|localhost):)?(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  return port >= 1 && port <= 65_535 ? { host: host.replace(/^\[|\]$/g, ""), port } : undefined;
}
