import { WebClient } from "@slack/web-api";
import type { Log } from "../../log.ts";
import type { Installations } from "../installations/installations.ts";
import { readKey } from "../installations/seal.ts";
import { installationStore } from "../installations/store.ts";
import type { SlackSettings } from "../settings.ts";
import { boltLogger } from "./bolt-log.ts";
import { clientOptions } from "./client-options.ts";

/** A client for a workspace from which no event has come just now. Rejects where the app is not installed there. */
export async function clientOf(
  settings: SlackSettings,
  installations: Installations,
  teamId: string,
  log: Log,
): Promise<WebClient> {
  const token = await tokenOf(settings, installations, teamId);
  return new WebClient(token, clientOptions(settings.apiUrl, boltLogger(log)));
}

async function tokenOf(
  settings: SlackSettings,
  installations: Installations,
  teamId: string,
): Promise<string | undefined> {
  if (settings.mode === "socket") return settings.botToken;
  const { access } = settings;
  if (access.kind === "token") return access.botToken;
  const store = installationStore(installations, readKey(access.encryptionKey));
  const query = { teamId, enterpriseId: undefined, isEnterpriseInstall: false } as const;
  return (await store.fetchInstallation(query)).bot?.token;
}
