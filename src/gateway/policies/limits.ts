/** Sizes past which a request is refused. The figures are ours, chosen for JSON APIs of this kind. */

/** Characters of a URL: 414 beyond. */
export const urlLimit = 8 * 1024;
/** Bytes of all header names and values: 431 beyond. Held by the runtimes, which count them anyway while they read them. */
export const headersLimit = 32 * 1024;
export const queryParametersLimit = 50;
/** Characters of one query value. */
export const queryValueLimit = 2_000;
