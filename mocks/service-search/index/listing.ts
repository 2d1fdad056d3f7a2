/** One organisation as the index has it: each field made when it is first asked for, and kept. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import type { Position } from '../filter/geo.ts';
import { alsoFoundBy } from '../organisations.ts';
import { wordsOf } from '../text/words.ts';
import { columns, type Told } from './columns.ts';
import type { FieldName } from './fields.ts';

export class Listing {
  readonly #told: Told;
  readonly #read = new Map<string, Json>();

  constructor(told: Told) {
    this.#told = told;
  }

  get place(): Position {
    return this.#told.premises.point;
  }

  read(name: string): Json {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const value = columns[name as FieldName](this.#told); // names of fields are checked where they are read
    this.#read.set(name, value);
    return value;
  }

  /** Every text at a path through fields and lists. */
  texts(path: string): readonly string[] {
    const [root = '', ...rest] = path.split('/');
    let values: readonly Json[] = [this.read(root)];
    for (const name of rest)
      values = values
        .flatMap((value) => (isArray(value) ? value : [value]))
        .map((value) => (isObject(value) ? (value[name] ?? null) : null));
    return values.filter((value) => typeof value === 'string');
  }

  /** The words of each of these texts, and what it is found by besides. */
  words(path: string): readonly (readonly string[])[] {
    const also = path === 'OrganisationName' ? (alsoFoundBy[this.#told.premises.organisation.ods] ?? []) : [];
    return [...this.texts(path), ...also].map(wordsOf);
  }

  hasPhrase(path: string, phrase: readonly string[]): boolean {
    return this.words(path).some((words) => words.some((_, at) => phrase.every((word, n) => words[at + n] === word)));
  }
}
