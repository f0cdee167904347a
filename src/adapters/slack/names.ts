/** Ids that travel to Slack and back: in buttons, menus, modals and shortcuts. Old messages hold them: never rename one. */
export const ACTIONS = {
  /** `ask:0`, `ask:1`, …: a follow-up whose value is a question. */
  ask: "ask",
  /** `act:0`, …: a button whose value is an action about its presser. */
  act: "act",
  topic: "topic",
  compareWith: "compare-with",
  feedback: "feedback",
  /** `reason:wrong-role`, …: what was not right about an answer. */
  reason: "reason",
  why: "why",
  share: "share",
  continueInDm: "continue-in-dm",
  mentors: "mentors",
  homeRole: "home-role",
  roleA: "role-a",
  roleB: "role-b",
} as const;

export const CALLBACKS = {
  compareModal: "compare-roles",
  explainPost: "explain-post",
  profileForm: "profile",
  mentorForm: "ask-mentors",
} as const;

/** Marks our posts, so that one whose confirmation was lost can be found again instead of being posted twice. */
export const POST_EVENT = "rolewise_answer";
