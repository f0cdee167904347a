export interface ConfigProblem {
  /** Or the policy file with a line. */
  variable: string;
  message: string;
  /** Where to get a right value. */
  fix: string;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    super(problems.map(({ variable, message, fix }) => `${variable}: ${message}. ${fix}`).join("\n"));
    this.problems = problems;
  }
}
