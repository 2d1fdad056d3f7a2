/** Every JSON answer of every published contract can be made: valid, meaningful leaf by leaf, with declared properties only, and the same twice. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateChecked } from '../../src/making/generate.ts';
import { bestBranch, settle } from '../../src/meaning/schema/branches.ts';
import { isRole } from '../../src/meaning/roles/check-role.ts';
import type { Meaning } from '../../src/meaning/infer-roles.ts';
import { generatorOf } from '../generator-of.ts';
import { instanceLeaves } from '../../src/meaning/schema/instance-leaves.ts';
import type { Merged } from '../../src/meaning/schema/merged-schema.ts';
import type { Contract, Json, MediaType, Operation } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { isLiveNhsNumber } from '../../src/fhir/nhs-number.ts';
import { nobody } from '../../src/population.ts';

const specs = resolve(import.meta.dirname, '../../../shared/specs');
const files = existsSync(specs) ? readdirSync(specs).filter((file) => file.endsWith('.json')) : [];

interface Place {
  readonly name: string;
  readonly operation: Operation;
  readonly media: MediaType;
}

function* answersOf(contract: Contract): Generator<Place> {
  for (const operation of contract.operations) {
    for (const [key, response] of operation.responses) {
      for (const media of response.content)
        if (media.schema && /[/+]json\b/.test(media.type)) yield { name: `${operation.id} ${key} ${media.type}`, operation, media };
    }
  }
}

/** Members that no part of the schema declares or requires, of objects for which it declares any. */
function undeclared(meaning: Meaning, value: Json, schema: Merged, at = ''): readonly string[] {
  const merged = settle(meaning.read, schema, (choice) => bestBranch(meaning.read, choice, value));
  if (isArray(value)) {
    return value.flatMap((item, index) => {
      const place = merged.prefixItems[index] ?? merged.items;
      return place ? undeclared(meaning, item, meaning.read(place), `${at}/${index}`) : [];
    });
  }
  if (!isObject(value) || merged.properties.size === 0) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = merged.properties.get(name);
    if (place) return undeclared(meaning, member, meaning.read(place), `${at}/${name}`);
    return merged.required.has(name) || schema.choices.length > 0 ? [] : [`${at}/${name}`];
  });
}

describe.skipIf(files.length === 0)('every JSON answer of the published contracts', () => {
  test.each(files)('%s', (file) => {
    const contract = loadContract({ name: file, text: readFileSync(join(specs, file), 'utf8') });
    const generator = generatorOf(contract);
    const { meaning } = generator;
    const wrong: string[] = [];
    for (const { name, operation, media } of answersOf(contract)) {
      const at = media.schema ?? { pointer: '', schema: true };
      const input = { generator, at, key: `1 ${operation.id}`, now: Date.UTC(2026, 0, 1), population: nobody, operation };
      const { value, faults } = generateChecked(input);
      wrong.push(...faults.map(({ pointer, keyword }) => `${name} ${pointer} breaks ${keyword}`));
      if (JSON.stringify(generateChecked(input).value) !== JSON.stringify(value)) wrong.push(`${name} differs when made again`);
      if (JSON.stringify(value).length > 256 * 1024) wrong.push(`${name} is larger than 256 kB`);
      wrong.push(...undeclared(meaning, value, meaning.read(at)).map((pointer) => `${name} ${pointer} is not declared`));
      for (const { tokens, value: leaf, leaf: place } of instanceLeaves(meaning, value, at, operation)) {
        const role = meaning.roleOf(place);
        if (role !== undefined && !isRole(role, leaf)) wrong.push(`${name} ${tokens.join('/')} is no ${role}`);
        if (leaf === '') wrong.push(`${name} ${tokens.join('/')} is empty`);
        for (const [digits] of String(leaf).matchAll(/(?<!\d)\d{10}(?!\d)/g))
          if (isLiveNhsNumber(digits)) wrong.push(`${name} ${tokens.join('/')} could be a living patient’s number`);
      }
      const guided = generateChecked({ ...input, examples: media.examples.map((example) => example.value) });
      wrong.push(...guided.faults.map(({ pointer, keyword }) => `${name}, after its examples, ${pointer} breaks ${keyword}`));
    }
    expect(wrong).toEqual([]);
  });
});
