import type { Practice } from "./practice.ts";

/** Working with people. */
export const PEOPLE_PRACTICE: Record<string, Practice> = {
  "executive-communication": {
    task: "Put one of your analyses on a single page for somebody who has five minutes: the decision first, what it costs, what you would do.",
    done: "they decide without asking what you meant.",
  },
  "data-strategy": {
    task: "Write three pages for one department: what it wants to decide better, which data that takes, what to stop, and the first two quarters.",
    done: "its head disputes a priority and not the facts, and one thing has been stopped.",
  },
  "org-design": {
    task: "Draw who decides what in your present team and where work waits; propose one change of roles and try it for a month.",
    done: "you can show how much shorter the waiting became, and who paid for it.",
  },
  budgeting: {
    task: "Work out what your team or project costs a year, people and cloud apart, and what a tenth less would mean.",
    done: "finance accepts your figures, and you know which line you would defend.",
  },
  "change-management": {
    task: "Move a team to a new tool or definition: find out who loses by it, win two of them first, set the day on which the old one ends.",
    done: "the old way is switched off, and those who lost by it say that they were heard.",
  },
  communication: {
    task: "Write the finding of each piece of work as one page for somebody outside your field: answer first, then why, then what is unsure.",
    done: "a reader repeats your main point without help, and asks about the right thing.",
  },
  collaboration: {
    task: "Finish one piece of work with somebody of another trade, and agree beforehand who decides what.",
    done: "they ask for you again.",
  },
  "stakeholder-management": {
    task: "For one project list who gains, who loses and who must say yes; talk to each before the first result.",
    done: "the final meeting held no surprise for anybody in the room.",
  },
  "problem-solving": {
    task: "Take one vague request, write the real question in a sentence, three ways to answer it, and the cheapest test of each.",
    done: "whoever asked says that yours is the better question.",
  },
  "critical-thinking": {
    task: "Argue in writing against your own last result, as its hardest reviewer would.",
    done: "you changed something because of it.",
  },
  mentoring: {
    task: "Meet one junior every week for three months with a goal that they chose, and let them do the work.",
    done: "they do alone what they could not do before, and can name it.",
  },
  leadership: {
    task: "Take over one cause that belongs to nobody, win two others for it, and bring it to an end.",
    done: "it goes on without you.",
  },
  "people-management": {
    task: "Ask for a trial: an intern or two people for half a year, with weekly talks, written goals and a way back.",
    done: "you gave one piece of hard feedback that changed something, and they would work for you again.",
  },
  hiring: {
    task: "Sit in on five interviews, write your verdict before the talk about it, and help to write the questions of the next round.",
    done: "you can say for each question what a weak and a strong answer look like.",
  },
  prioritisation: {
    task: "List all that is asked of you, put value and effort beside each, and say no to the lower half with a reason.",
    done: "nobody whom you turned down was surprised later.",
  },
  "technical-leadership": {
    task: "Write the design for something that several people will build, run its review, and keep it true while it is built.",
    done: "others make decisions in your sense without asking you.",
  },
  "attention-to-detail": {
    task: "Write a checklist from your last five errors, and use it for a month before anything leaves your desk.",
    done: "none of the five has come back.",
  },
};
