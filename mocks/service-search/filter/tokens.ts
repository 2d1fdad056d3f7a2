/** The words of an OData expression, one after the other. */
import { badExpression, type QueryFault, type QueryParameter } from '../query-fault.ts';

export interface Token {
  readonly kind: 'text' | 'point' | 'date' | 'number' | 'word' | 'mark' | 'end';
  /** What it says: without its quotation marks, where it has some. */
  readonly said: string;
  readonly at: number;
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['point', /geography'([^']*)'/y],
  ['text', /'((?:[^']|'')*)'/y],
  ['date', /(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))/y],
  ['number', /(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w])/y],
  ['word', /([A-Za-z_][\w.]*)/y],
  ['mark', /([(),/:])/y],
];

export class Tokens {
  readonly #text: string;
  readonly #parameter: QueryParameter;
  #at = 0;
  #next: Token;

  constructor(text: string, parameter: QueryParameter) {
    this.#text = text;
    this.#parameter = parameter;
    this.#next = this.#read();
  }

  get next(): Token {
    return this.#next;
  }

  /** The next one, which is left behind. */
  take(): Token {
    const taken = this.#next;
    if (taken.kind !== 'end') this.#next = this.#read();
    return taken;
  }

  /** Leaves the next one behind where it is this mark or word. */
  skip(said: string): boolean {
    if (!this.is(said)) return false;
    this.take();
    return true;
  }

  is(said: string): boolean {
    return (this.#next.kind === 'mark' || this.#next.kind === 'word') && this.#next.said === said;
  }

  want(said: string): void {
    if (!this.skip(said)) throw this.fault();
  }

  fault({ at }: Token = this.#next): QueryFault {
    return badExpression(this.#parameter, `Syntax error at position ${at} in '${this.#text}'.`);
  }

  #read(): Token {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
    const at = this.#at;
    if (at >= this.#text.length) return { kind: 'end', said: '', at };
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const [all, said] = pattern.exec(this.#text) ?? [];
      if (all === undefined || said === undefined) continue;
      this.#at += all.length;
      return { kind, said: kind === 'text' ? said.replaceAll("''", "'") : said, at };
    }
    throw this.fault({ kind: 'mark', said: '', at });
  }
}
