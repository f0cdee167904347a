const WHAT_WE_READ =
  "It must be schema.org JobPosting (JSON-LD, also within a page), JSON Feed, RSS or Atom.";

/** A document that is no feed of any kind we read; the message says what would be one, and holds nothing of it. */
export class NoFeed extends Error {
  override readonly name = "NoFeed";

  constructor(what: string) {
    super(`${what} ${WHAT_WE_READ}`);
  }
}
