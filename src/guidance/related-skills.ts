/**
 * What holding a skill shows about others. Editors' judgement; `towards` in the skill file says what to learn next, which is
 * a different thing: who works in PyTorch alone knows deep learning, who knows deep learning may never have used PyTorch.
 */
const SHOWS: Readonly<Record<string, readonly string[]>> = {
  "advanced-sql": ["sql"],
  dbt: ["sql", "version-control"],
  postgresql: ["sql", "relational-databases"],
  mysql: ["sql", "relational-databases"],
  "sql-server": ["sql", "relational-databases"],
  "oracle-database": ["sql", "relational-databases"],
  snowflake: ["sql", "data-warehousing"],
  bigquery: ["sql", "data-warehousing"],
  redshift: ["sql", "data-warehousing"],
  pandas: ["python", "data-cleaning", "jupyter"],
  numpy: ["python"],
  pyspark: ["python", "spark"],
  polars: ["python"],
  fastapi: ["python", "rest-apis"],
  flask: ["python", "rest-apis"],
  "scikit-learn": ["python", "machine-learning", "jupyter"],
  xgboost: ["machine-learning"],
  lightgbm: ["machine-learning"],
  pytorch: ["python", "deep-learning", "jupyter"],
  tensorflow: ["python", "deep-learning"],
  keras: ["python", "deep-learning"],
  jax: ["python", "deep-learning"],
  "deep-learning": ["machine-learning", "linear-algebra", "calculus"],
  "machine-learning": ["linear-algebra"],
  "natural-language-processing": ["machine-learning"],
  "computer-vision": ["machine-learning"],
  "hugging-face": ["transformers"],
  python: ["programming"],
  java: ["programming", "object-oriented-programming"],
  "c-plus-plus": ["programming"],
  scala: ["programming"],
  golang: ["programming"],
  rust: ["programming"],
  javascript: ["programming"],
  git: ["version-control"],
  "github-actions": ["ci-cd", "version-control"],
  jenkins: ["ci-cd"],
  aws: ["cloud-computing"],
  azure: ["cloud-computing"],
  "google-cloud": ["cloud-computing"],
  kubernetes: ["docker"],
  terraform: ["infrastructure-as-code"],
  airflow: ["data-orchestration", "data-pipelines"],
  dagster: ["data-orchestration", "data-pipelines"],
  kafka: ["stream-processing"],
  flink: ["stream-processing"],
  tableau: ["data-visualisation", "dashboard-design"],
  "power-bi": ["data-visualisation", "dashboard-design"],
  looker: ["data-visualisation", "dashboard-design"],
  dax: ["power-bi"],
  mlflow: ["experiment-tracking"],
  "weights-and-biases": ["experiment-tracking"],
  statistics: ["descriptive-statistics"],
  "hypothesis-testing": ["statistics"],
  "regression-analysis": ["statistics"],
  "bayesian-statistics": ["statistics"],
  rag: ["large-language-models"],
  "fine-tuning": ["large-language-models"],
  "ai-agents": ["large-language-models"],
  "people-management": ["mentoring", "leadership"],
  bash: ["linux"],
};

/** Products that do the same job: who knows one is at home in the next within weeks. */
const ALIKE: readonly (readonly string[])[] = [
  ["aws", "azure", "google-cloud"],
  ["tableau", "power-bi", "looker", "qlik"],
  ["pytorch", "tensorflow", "jax"],
  ["airflow", "dagster"],
  ["snowflake", "bigquery", "redshift"],
  ["postgresql", "mysql", "sql-server", "oracle-database"],
  ["openai-api", "anthropic-api"],
  ["jira", "trello", "asana"],
  ["vs-code", "pycharm", "rstudio"],
  ["langchain", "llamaindex"],
];

/** Methods that are learnt and shown in one go with a tool. */
export function shownBy(skill: string): readonly string[] {
  return SHOWS[skill] ?? [];
}

export function alike(skill: string): readonly string[] {
  return ALIKE.find((group) => group.includes(skill))?.filter((other) => other !== skill) ?? [];
}
