import { z } from "zod";

/**
 * What Discord accepts, in characters unless the name says otherwise.
 * Source: docs.discord.com, resources/message, components/reference, interactions/application-commands.
 */
export const LIMITS = {
  /** `content` of a message without Components v2. */
  content: 2_000,
  /** Components of one message, nested ones included. */
  components: 40,
  /** Over all text displays of one message. Enforced by Discord, but not on the documentation page. */
  text: 4_000,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  selectOptions: 25,
  selectLabel: 100,
  selectPlaceholder: 150,
  autocompleteChoices: 25,
  choiceName: 100,
  modalComponents: 5,
  modalTitle: 45,
  modalLabel: 45,
  modalDescription: 100,
  nonce: 25,
  threadName: 100,
  commandName: 32,
  commandDescription: 100,
  /** Names, descriptions and choice values of one command together. */
  commandTotal: 8_000,
  /** Follow-ups to an interaction where the app is installed by the user alone. */
  userInstallFollowUps: 5,
} as const;

export const TIMES = {
  /** Milliseconds after which an interaction that is still unanswered is deferred; Discord gives up at 3,000. */
  deferAfter: 700,
  /** How long after its writing an edited question has its answer edited too. */
  editWindow: 5 * 60_000,
} as const;

export const contentSchema = z.string().min(1).max(LIMITS.content);
export const textDisplaySchema = z.string().min(1).max(LIMITS.text);
export const customIdSchema = z.string().min(1).max(LIMITS.customId);
export const buttonLabelSchema = z.string().min(1).max(LIMITS.buttonLabel);
export const selectLabelSchema = z.string().min(1).max(LIMITS.selectLabel);
export const choiceNameSchema = z.string().min(1).max(LIMITS.choiceName);
export const nonceSchema = z.string().min(1).max(LIMITS.nonce);
export const threadNameSchema = z.string().min(1).max(LIMITS.threadName);
export const commandNameSchema = z
  .string()
  .min(1)
  .max(LIMITS.commandName)
  .regex(/^[-_'\p{L}\p{N}]+$/u, "letters, digits, - and _ only")
  .refine((name) => name === name.toLowerCase(), "lower case only");
export const commandDescriptionSchema = z.string().min(1).max(LIMITS.commandDescription);
