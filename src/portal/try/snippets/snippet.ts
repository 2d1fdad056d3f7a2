/** What a request looks like in a language: `url` is whole. */
import type { MadeRequest } from '../request.ts';

export interface CodeRequest extends Pick<MadeRequest, 'method' | 'headers' | 'body'> {
  readonly url: string;
}

export interface Snippet {
  /** Of the tab, and for a label. */
  readonly name: string;
  readonly write: (request: CodeRequest) => string;
}
