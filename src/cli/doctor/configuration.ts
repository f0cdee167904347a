import { type Finding, note, ok, wrong } from "../../adapters/finding.ts";
import { ConfigError, type ConfigProblem } from "../../config/problems.ts";
import type { Config, Environment } from "../../config/read-config.ts";
import { VARIABLE_NAMES } from "../../config/variables.ts";
import { editDistance } from "../../understanding/text/edit-distance.ts";

/** What can be made of the environment, with everything that is wrong in it. */
export interface ReadConfiguration {
  findings: Finding[];
  /** Without the parts that are wrong, so that the rest can be checked all the same. */
  config: Config;
}

/** `read` reads an environment and the policy file, or throws a `ConfigError`. */
export function readConfiguration(
  env: Environment,
  read: (env: Environment, options: { withPolicy: boolean }) => Config,
): ReadConfiguration {
  const problems = problemsOf(() => read(env, { withPolicy: true }));
  for (const attempt of [{ env, withPolicy: true }, ...attemptsWithout(problems, env)]) {
    const config = tried(() => read(attempt.env, attempt));
    if (config === undefined) continue;
    const findings = [...problems.map(asFinding), ...whatRuns(config, problems), ...misspelt(env)];
    return { findings, config };
  }
  throw new Error("what is left of the environment is no configuration");
}

/** Less and less of the environment: without what is wrong, then without the platforms that it belongs to. */
function attemptsWithout(
  problems: readonly ConfigProblem[],
  env: Environment,
): { env: Environment; withPolicy: boolean }[] {
  const wrongOnes = new Set(problems.map(({ variable }) => variable));
  const withPolicy = [...wrongOnes].every((name) => isVariable(name) && name !== "POLICY_FILE");
  if (!withPolicy) wrongOnes.add("POLICY_FILE");
  const platforms = ["SLACK_", "DISCORD_"].filter((prefix) =>
    [...wrongOnes].some((name) => name.startsWith(prefix)),
  );
  const without = (leftOut: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(env).filter(([name]) => !leftOut(name)));
  return [
    { env: without((name) => wrongOnes.has(name)), withPolicy },
    {
      env: without((name) => wrongOnes.has(name) || platforms.some((prefix) => name.startsWith(prefix))),
      withPolicy,
    },
  ];
}

function problemsOf(read: () => Config): ConfigProblem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function tried(read: () => Config): Config | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

function asFinding({ variable, message, fix }: ConfigProblem): Finding {
  return wrong(isVariable(variable) ? `${variable} ${message}` : `${variable}: ${message}`, fix);
}

function whatRuns({ slack, discord }: Config, problems: readonly ConfigProblem[]): Finding[] {
  const platforms = [
    slack && `Slack (${slack.mode === "socket" ? "Socket Mode" : "HTTP"})`,
    discord && "Discord",
  ]
    .filter((name) => name !== undefined)
    .join(" and ");
  if (platforms !== "") return [ok(`configuration: ${platforms}`)];
  if (problems.length > 0) return [];
  return [
    note(
      "no tokens are set here or in a .env of this folder, so the bot talks in the terminal; the README shows how to get them",
    ),
  ];
}

/** Variables that nobody reads and that are nearly called like one of ours. */
function misspelt(env: Environment): Finding[] {
  return Object.keys(env).flatMap((name) => {
    if (isVariable(name)) return [];
    const meant = VARIABLE_NAMES.find((ours) => ours.length > 5 && editDistance(name, ours, 2) <= 2);
    return meant === undefined || (env[meant] ?? "") !== ""
      ? []
      : [note(`${name} is no variable of Rolewise: did you mean ${meant}?`)];
  });
}

function isVariable(name: string): boolean {
  return VARIABLE_NAMES.some((ours) => ours === name);
}
