/** Where the answer of an operation is a guess, and why: said in a few words for a table, and in a sentence. */
import type { OperationPlan } from '../operation-plan.ts';
import { ANY_TEXT, idKind } from './id-kind.ts';
import { reportOnList } from './list-report.ts';
import type { OperationAnswerer } from './operation-report.ts';

export interface Guess {
  readonly short: string;
  readonly sentence: string;
}

export function guessesOf(plan: OperationPlan, answeredBy: OperationAnswerer): readonly Guess[] {
  const { success, refusal } = plan;
  if (!success)
    return [
      {
        short: 'no success documented',
        sentence: refusal
          ? `The contract documents no success: its ${refusal.response.key} is sent.`
          : 'The contract documents no success: 501 is sent.',
      },
    ];
  const { key } = success.response;
  const status: readonly Guess[] =
    key === String(success.status)
      ? []
      : [{ short: `${success.status} for ${key}`, sentence: `The contract documents ${key} and no status: ${success.status} is sent.` }];
  return [...status, ...(answeredBy === 'inferred' ? ofState(plan) : ofContract(plan, answeredBy)), ...ofExamples(plan)];
}

function ofState({ state }: OperationPlan): readonly Guess[] {
  if (!state) return [];
  const { interaction, resource, write, success, api } = state;
  const guesses: Guess[] = [];
  const isWrite = interaction === 'create' || interaction === 'replace';
  if (isWrite && write.row.kind === 'made')
    guesses.push({
      short: 'item made around what is sent',
      sentence: 'An item is another document than the one that is sent: it is made, with what of the request it has room for.',
    });
  if (isWrite && write.acknowledgement(success).kind === 'document')
    guesses.push({
      short: 'answer of its own',
      sentence: 'The answer is another document than the item: what it says beyond the id and the request is made up.',
    });
  if (interaction === 'create' && !resource.id.place && !resource.single)
    guesses.push({ short: 'items have no id', sentence: 'No member of an item is its id: the one in links is ours.' });
  if (interaction === 'create' && resource.id.place && idKind(api.meaning, resource.id) === ANY_TEXT)
    guesses.push({
      short: 'UUIDs as ids',
      sentence: 'The contract says nothing of the form of an id: where none is sent, a UUID is made.',
    });
  if (interaction === 'read' && resource.published().ids.size === 0)
    guesses.push({
      short: 'any id is somebody',
      sentence:
        'The contract shows no id to ask for, so a well-formed one is always answered with an item made up, until something is created.',
    });
  const unmet = reportOnList(state)?.unmet ?? [];
  if (unmet.length > 0)
    guesses.push({
      short: `${unmet.join(', ')} left out`,
      sentence: `No item has anything for ${unmet.join(', ')}: left out of a search.`,
    });
  return guesses;
}

function ofContract({ state }: OperationPlan, answeredBy: OperationAnswerer): readonly Guess[] {
  const noList: readonly Guess[] =
    state?.interaction === 'list'
      ? [
          {
            short: 'no list is told',
            sentence: 'What it answers is no list whose items can be told: the contract answers, whatever is created.',
          },
        ]
      : [];
  const madeUp: readonly Guess[] =
    answeredBy === 'generated'
      ? [{ short: 'body made up', sentence: 'No example is published: the body is made up to fit the schema.' }]
      : [];
  return [...noList, ...madeUp];
}

function ofExamples({ success, examples }: OperationPlan): readonly Guess[] {
  const published = success?.media ? examples.of(success.media) : [];
  const broken = published.filter(({ faults }) => faults.length > 0);
  if (broken.length === 0) return [];
  const which = published.length === 1 ? 'Its example breaks' : `${broken.length} of its ${published.length} examples break`;
  return [{ short: 'example mended', sentence: `${which} the schema: sent mended, or as published with --examples published.` }];
}
