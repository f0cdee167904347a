import type { ConfigProblem } from "./problems.ts";
import { VARIABLES, type Variable } from "./variables.ts";

const OAUTH = [
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "SLACK_ENCRYPTION_KEY",
] as const satisfies readonly Variable[];

/** What is missing beside variables that are of use only together. `given` tells which are there, right or wrong. */
export function missingTogether(given: (name: Variable) => boolean): ConfigProblem[] {
  const [bot, app, signing] = [
    given("SLACK_BOT_TOKEN"),
    given("SLACK_APP_TOKEN"),
    given("SLACK_SIGNING_SECRET"),
  ];
  const missing = OAUTH.filter((name) => !given(name));
  const hasOauth = missing.length < OAUTH.length;
  if (!bot && !app && !signing && !hasOauth) return [];
  const problems: ConfigProblem[] = [];
  if (app && !bot) problems.push(lacks("SLACK_BOT_TOKEN", "Socket Mode needs both tokens"));
  if (!app && !signing)
    problems.push(
      lacks("SLACK_APP_TOKEN", "Slack needs it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP mode"),
    );
  if (!app && signing && !bot && !hasOauth)
    problems.push(
      lacks(
        "SLACK_BOT_TOKEN",
        "HTTP mode needs it for one workspace, or the four OAuth variables for several",
      ),
    );
  if (hasOauth)
    problems.push(...missing.map((name) => lacks(name, "several workspaces by OAuth need all four")));
  return problems;
}

function lacks(variable: Variable, because: string): ConfigProblem {
  return { variable, message: `is missing: ${because}`, fix: VARIABLES[variable].fix };
}
