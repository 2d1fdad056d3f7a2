/** What a rule says of APIs, operations and examples must be there: a rule for nothing would never be heard of again. */
import { documentedResponse } from '../../contract/documented.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Api } from '../../gateway/api.ts';
import { isRead } from '../../gateway/faults/stale-read.ts';
import { isFixedDuration } from '../../workspace/time/duration.ts';
import type { Problem } from '../../mock/problem.ts';

export function unservedRule({ match = {}, effect }: components['schemas']['Fault'], apis: readonly Api[]): Problem | undefined {
  const { api: slug, operation: id } = match;
  const those = slug === undefined ? apis : apis.filter((api) => api.slug === slug);
  if (those.length === 0) return wrong('/match/api', 'No API of this name is served here. GET /_sandbox/catalogue lists them.');
  const operations = those
    .flatMap(({ contract }) => contract.operations)
    .filter(
      (operation) =>
        (id === undefined || operation.id === id) && (match.method ?? operation.method.toUpperCase()) === operation.method.toUpperCase(),
    );
  if (operations.length === 0)
    return wrong(
      '/match/operation',
      'No operation that is served here is what the rule is for. GET /_sandbox/contracts/<name>/operations lists them.',
    );
  if (effect.type === 'stale') {
    if (effect.by !== undefined && !isFixedDuration(effect.by))
      return wrong('/effect/by', 'It must be a duration in weeks, days, hours, minutes and seconds, as in PT5S.');
    return operations.some(isRead) ? undefined : wrong('/match', 'Only a read can be stale, and no operation that the rule is for is one.');
  }
  if (effect.type !== 'status') return undefined;
  const { status, example } = effect;
  const responses = operations.flatMap(({ responses: documented }) => documentedResponse(documented, status) ?? []);
  if (status < 400 && responses.length === 0)
    return wrong('/effect/status', `No operation that the rule is for documents ${status}; a success must be one that is documented.`);
  const names = responses.flatMap(({ content }) => content.flatMap(({ examples }) => examples.map(({ name }) => name)));
  if (example === undefined || names.includes(example)) return undefined;
  const there = names.length === 0 ? 'there are none' : `there are ${[...new Set(names)].slice(0, shownNames).join(', ')}`;
  return wrong('/effect/example', `No operation that the rule is for has an example of this name for ${status}; ${there}.`);
}

const shownNames = 20;

const wrong = (pointer: string, message: string): Problem => ({
  problem: 'unprocessable',
  message,
  faults: [{ in: 'body', pointer, keyword: 'served', message }],
});
