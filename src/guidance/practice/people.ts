import type { Practice } from "./practice.ts";

/** Working with people. */
export const PEOPLE_PRACTICE: Record<string, Practice> = {
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
