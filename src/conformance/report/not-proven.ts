/** What nobody may take from a readiness report or an evidence pack. */

export const notProven: readonly string[] = [
  'That the real service answers as the sandbox did: how near it is, is said with each API, and of some rule by rule.',
  'That what was never tried works, or that what was tried works with other people, values or orders of requests.',
  'That a client is right wherever no rule looks: the rules find what can be told from requests and answers, cut short as the journal keeps them.',
  'That the client is safe or secure, or that its makers may have access: clinical safety (DCB0129), information governance (DSPT) and the service’s own onboarding ask for other evidence.',
  'How the client performs: the sandbox has no load, and rate limits only where somebody sets them.',
  'Who sent the requests: a sandbox keeps what comes, and nothing is signed. The hashes show that files belong together, not who made them.',
  'That access tokens are right: an open sandbox lets any token pass.',
];
