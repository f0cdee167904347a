import type { Practice } from "./practice.ts";

/** Languages, tools and methods of analysis and BI. */
export const ANALYSIS_PRACTICE: Record<string, Practice> = {
  sql: {
    task: "Answer twenty questions on one real database (joins, grouping, missing dates, the latest record of each customer) without copying a query.",
    done: "you write a join of three tables in ten minutes, and can say why its row count is right.",
  },
  "advanced-sql": {
    task: "Build sessions out of raw clicks with window functions, then read the query plan and make it twice as fast.",
    done: "you choose between a window function and a self-join for a reason, and can point to the costly line of a plan.",
  },
  python: {
    task: "Turn one report that you make by hand into a Python program: read the files, clean them, write the result; functions with tests, no notebook.",
    done: "it runs from the command line on next month's files, and a broken file gives a clear message.",
  },
  r: {
    task: "Redo an analysis of yours in R with a script that goes from raw data to a rendered report.",
    done: "one command rebuilds the report on another machine.",
  },
  excel: {
    task: "Model a decision with three scenarios in one workbook: inputs apart from formulas, lookups, a pivot table, no pasted numbers.",
    done: "a colleague changes an input and trusts the result without calling you.",
  },
  "power-bi": {
    task: "Build a star schema with a date table in Power BI, six measures, one page for one reader, and a scheduled refresh.",
    done: "the totals agree with the source, and the page loads in under three seconds.",
  },
  tableau: {
    task: "Publish one Tableau page that answers one question for one reader, with a filter they would really use.",
    done: "somebody who never saw it finds the answer within a minute.",
  },
  "data-visualisation": {
    task: "Draw the same finding in four kinds of chart, choose one, and write down why the others mislead or tire.",
    done: "a reader tells you the finding from the chart alone.",
  },
  "dashboard-design": {
    task: "Watch two people use an existing dashboard, note what they skip, and rebuild it on half the space.",
    done: "both find their number faster than before.",
  },
  reporting: {
    task: "Take over one regular report: write down who decides what with it, drop what nobody reads, automate the rest.",
    done: "it arrives by itself for four weeks, and a wrong number raises an alarm before a reader sees it.",
  },
  "business-intelligence": {
    task: "Define six measures of one business with owner and formula, and build the one page that its director would open on Monday.",
    done: "two departments accept the same definition of a measure they used to argue about.",
  },
  "data-analysis": {
    task: "Answer one question with open data of your town and end in advice; say what the data cannot show.",
    done: "a critical friend finds no step that they cannot follow.",
  },
  "exploratory-data-analysis": {
    task: "Spend two hours with a data set that you have never seen and list ten surprises, each with a check.",
    done: "at least one surprise turned out to be an error in the data, and you can prove it.",
  },
  "data-cleaning": {
    task: "Clean a messy public data set in code, and log every rule with the number of rows that it touched.",
    done: "a rerun on the next release works, and shows what has changed.",
  },
  statistics: {
    task: "For one claim with numbers from the news: rebuild the estimate, give an interval, and list what could bias it.",
    done: "you explain a confidence interval and its limits to somebody without the word probability.",
  },
  "descriptive-statistics": {
    task: "Describe one skewed data set by centre, spread and shape, once well and once in a way that misleads.",
    done: "you choose between mean and median without a rule of thumb.",
  },
  "hypothesis-testing": {
    task: "Simulate a thousand experiments without any effect and count the false alarms of the test you use.",
    done: "you can say before a test what result would change your mind.",
  },
  "regression-analysis": {
    task: "Fit one regression for an explanation and one for a prediction on the same data; check residuals, and explain why they differ.",
    done: "you can say in a sentence what a coefficient means, and what it does not.",
  },
  "experimental-design": {
    task: "Plan an experiment from question to stop rule: unit, size, length, and what could spoil it; have it torn apart.",
    done: "you compute the sample size yourself, and name two ways in which the randomisation could fail.",
  },
  "ab-testing": {
    task: "Analyse an open A/B data set from the log up: check the split, estimate the effect with an interval, write launch or not.",
    done: "you detect the broken split that you planted in a copy of the data.",
  },
  "causal-inference": {
    task: "Estimate the effect of a public measure in two ways, draw the assumptions as a graph, and try to refute yourself.",
    done: "you can say which unmeasured cause would overturn the result, and how strong it would have to be.",
  },
  "kpi-design": {
    task: "Break one goal of an organisation down into a tree of five measures and show how each could be gamed.",
    done: "each measure has a formula, an owner and a known weakness on one page.",
  },
  "requirements-analysis": {
    task: "Interview three people about one report they want, and hand back a page that says what they will decide with it.",
    done: "they agree with the page, and at least one wish was dropped.",
  },
  "business-acumen": {
    task: "Draw how one company earns its money, put a number on each arrow, and find the two that matter.",
    done: "you can name a change in the data that would cost it money within a week.",
  },
  "domain-knowledge": {
    task: "Spend a day beside somebody who does the work that your data describes, and list what the data leaves out.",
    done: "you can say for ten columns what happens in the world when they change.",
  },
  dax: {
    task: "Write a year-to-date, a share of total and a like-for-like measure in DAX, each with a check by hand.",
    done: "you can say in which filter context each of them is computed.",
  },
  "power-query": {
    task: "Load twelve exports that differ in headings with one query in Power Query, and let it survive a thirteenth.",
    done: "a refresh needs no click, and a missing column gives a clear message.",
  },
};
