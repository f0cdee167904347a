import { HTTPModuleFunctions, type ReceiverProcessEventErrorHandlerArgs } from "@slack/bolt";

/** Slack sends an event again that was not taken, unless it is told not to. Source: docs.slack.dev, Events API, errors. */
export const NO_RETRY = { "x-slack-no-retry": "1" } as const;

/**
 * Refuses a signed payload that Bolt fails to take apart: one of another shape does not get better by being sent again.
 * What our own listeners throw never comes here, Bolt gives that to the app's error handler.
 */
export async function refuseBroken(args: ReceiverProcessEventErrorHandlerArgs): Promise<boolean> {
  const { error, logger, response } = args;
  if (!(error instanceof TypeError) || response.headersSent)
    return HTTPModuleFunctions.defaultProcessEventErrorHandler(args);
  logger.warn("Slack sent a payload of no known shape; refused");
  response.writeHead(400, NO_RETRY).end();
  return true;
}
