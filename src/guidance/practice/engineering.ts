import type { Practice } from "./practice.ts";

/** Software, data engineering, cloud and operations. */
export const ENGINEERING_PRACTICE: Record<string, Practice> = {
  "analytics-engineering": {
    task: "Rebuild the queries behind one report as models in Git: one file a table, a test for each key, a line of description for each column.",
    done: "a colleague changes a model, the mistake you planted is caught before the report shows it, and nobody asks you what a column means.",
  },
  "stream-processing": {
    task: "Count events per minute from a stream that you feed late, doubled and out of order, and compare it with the same count in a batch.",
    done: "both counts agree after an hour, and you can say what a late event costs.",
  },
  "ml-system-design": {
    task: "Design a ranking or fraud service on three pages: data, model, serving, feedback, failure, cost; then build the part that you trust least.",
    done: "somebody who runs such a service has asked you their ten questions, and you changed the design for two of them.",
  },
  programming: {
    task: "Write a small tool that somebody you know will use weekly, and keep it working for a month.",
    done: "you fixed a fault that its user found, and a test now guards against it.",
  },
  "software-engineering": {
    task: "Turn one of your scripts into a package: modules, tests, a typed interface, a changelog, a release.",
    done: "a stranger installs it, and their pull request passes your checks before you read it.",
  },
  "software-testing": {
    task: "Write tests for code that has none; break the code in ten places and count how many of them are noticed.",
    done: "nine of ten are noticed, and the suite runs in under a minute.",
  },
  "version-control": {
    task: "Do your next piece of work in branches with small commits and a pull request that somebody reviews; resolve one conflict on purpose.",
    done: "you can undo any of your last five changes without losing the others.",
  },
  git: {
    task: "Find with git bisect which of thirty commits broke a test, and rewrite a messy branch into three clean commits.",
    done: "you explain rebase and merge by drawing the graph.",
  },
  debugging: {
    task: "Take three open issues of a library you use, reproduce each, and narrow one down to a few lines.",
    done: "your report holds a minimal example, and its maintainer did not have to ask back.",
  },
  "code-review": {
    task: "Review five merged pull requests of an open project before you read the comments, then compare.",
    done: "you found most of what the reviewers found, and said why it matters.",
  },
  algorithms: {
    task: "Solve two problems a week aloud, and state the running time before you code; measure it afterwards.",
    done: "you see within minutes whether a solution will hold at a million rows.",
  },
  "system-design": {
    task: "Design one service on two pages (load, data, failure, cost), and then build its riskiest part.",
    done: "you can say which part breaks first at ten times the load, with a number.",
  },
  docker: {
    task: "Put a program of yours into a container image that is small, runs without root and takes its settings from the environment.",
    done: "it runs unchanged on another machine, and you know what each line of the file does.",
  },
  kubernetes: {
    task: "Run a service with health checks, limits and a rolling update on a local cluster; kill its pods while requests come in.",
    done: "no request is lost during an update, and you can explain why.",
  },
  linux: {
    task: "Set up a server by script alone: users, a service that restarts, logs, backups; then repair it after you broke it.",
    done: "you find a full disk, a hanging process and a closed port without a search engine.",
  },
  "ci-cd": {
    task: "Let each push run checks and each tag release by itself, with a way back.",
    done: "a bad release is undone in minutes, and you have tried it.",
  },
  "infrastructure-as-code": {
    task: "Describe a network, a machine and a database in code, destroy it all and build it again.",
    done: "nothing in it was clicked, and a second run changes nothing.",
  },
  observability: {
    task: "Give a service metrics, traces and three alarms that somebody would act on; break it and look.",
    done: "you find the planted fault from the graphs alone.",
  },
  "cloud-computing": {
    task: "Move a small program of yours to one cloud: storage, a scheduled job, a role with the fewest rights, a budget alarm.",
    done: "you know what it costs a month, and can tear it down and set it up again by script.",
  },
  aws: {
    task: "Run a scheduled job on AWS that reads from S3 and writes back, with its own IAM role and a budget alarm.",
    done: "you can explain each permission of the role, and the bill holds no surprise.",
  },
  "rest-apis": {
    task: "Design and build an API for one resource: paging, errors, limits, a description that a client can be made from.",
    done: "a stranger writes a client from your description alone.",
  },
  "data-modelling": {
    task: "Model the data of a business that you know as tables: keys, one fact per place, and what happens when a customer moves house.",
    done: "your model answers five questions that you had not thought of when you drew it.",
  },
  "dimensional-modelling": {
    task: "Turn raw orders, returns and prices into a star schema with a record that changes slowly.",
    done: "last year's report gives last year's numbers, even after a product has changed its group.",
  },
  "data-warehousing": {
    task: "Load raw data into a warehouse (DuckDB or a free tier) in layers, with history and a cost note.",
    done: "a rerun gives the same tables, and you can say what each layer is for.",
  },
  "data-pipelines": {
    task: "Build one load that runs every day: late, repeated and broken records included, with raw data kept.",
    done: "it has run for two weeks, and a backfill of last week changes no total.",
  },
  "data-orchestration": {
    task: "Put three steps that depend on each other on a scheduler, with retries, an alarm and a backfill.",
    done: "you stop it half-way, start it again, and nothing is counted twice.",
  },
  "data-quality": {
    task: "Write down ten rules that a table must obey, test them on each load, and plant an error for each.",
    done: "each planted error is caught before a reader could see it.",
  },
  spark: {
    task: "Process a data set larger than your memory with Spark, find the skewed key, and halve the running time.",
    done: "you can read its job page, and say where the data was shuffled and why.",
  },
  dbt: {
    task: "Rebuild a report as a dbt project with staging and core layers, tests, documentation and a check for each pull request.",
    done: "a broken source stops the build, and the lineage graph tells a newcomer where a number comes from.",
  },
  mlops: {
    task: "Take a notebook model to a service that is built, tested and released by itself, with a registry and a way back.",
    done: "a colleague trains and releases the next version without you.",
  },
  "model-deployment": {
    task: "Serve one model behind an API in a container, with input checks, a load test and a fallback.",
    done: "you can state its delay at the 99th percentile, and what happens when it is down.",
  },
  "model-monitoring": {
    task: "Feed a served model data that shifts, and build the check that notices before its users do.",
    done: "the alarm came in time, and a false alarm is rare enough that you would answer it at night.",
  },
  "data-architecture": {
    task: "Merge the data of two invented shops on paper: concept model, owners, a migration in stages, and what you rejected.",
    done: "an engineer could start on stage one, and a director understands the cost.",
  },
  "data-governance": {
    task: "For one data set that many use: name an owner, a definition of each field, who may see it and how long it is kept.",
    done: "a question about it is answered from the page, without a meeting.",
  },
};
