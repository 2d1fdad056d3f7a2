/** What behaviours of the sandbox's own API are given beside their call: the workspace itself. No mock of an API sees it. */
import type { Visit } from '../gateway/visit.ts';

export interface Visited {
  readonly visit: Visit;
  /** The origin that the request was sent to. */
  readonly origin: string;
}
