/** Prefixes that are the sandbox's own. */

/** Where its API stands. */
export const controlPath = '/_sandbox';
/** Where its pages stand, besides the one at `/`. */
export const portalPath = '/_portal';
