/** `nhs-sandbox events reset` and `delete`: every workspace of an event at once. */
import { counted } from '../../contract/counted.ts';
import { plainText } from '../../contract/plain-text.ts';
import { defineCommand } from '../command.ts';
import { Failure, UsageError } from '../failure.ts';
import { aboutOperator, connect, eventOptions, type Remote } from '../remote/connection.ts';
import { told } from '../remote/told.ts';

export const eventsReset = defineCommand({
  name: 'events reset',
  summary: 'Resets every workspace of an event.',
  usage: '<event> [options]',
  about: ['The event is named by its id or name, so that it is the right one; its code has to be shown all the same.'],
  examples: [['events reset "Leeds hackathon"', 'for the second day']],
  options: eventOptions,
  async run(values, words, terminal) {
    const remote = connect(values, ['event-code']);
    await mustBe(remote, oneEvent('reset', words));
    terminal.progress('Resetting …');
    const { workspaces } = await told(remote, remote.api.POST('/event/reset')).finally(() => terminal.progress(''));
    terminal.out(`${counted(workspaces, 'workspace')} reset.`);
    return 0;
  },
});

export const eventsRemove = defineCommand({
  name: 'events delete',
  summary: 'Deletes an event with all its workspaces.',
  usage: '<event> [options]',
  about: [
    'At once, and for good: there is no way back. The event is named by its id or name, so that it is the right one; its code or the ' +
      'operator key has to be shown all the same.',
    aboutOperator,
  ],
  examples: [['events delete "Leeds hackathon"', 'when it is over']],
  options: eventOptions,
  async run(values, words, terminal) {
    const word = oneEvent('delete', words);
    const remote = connect(values, ['event-code', 'operator']);
    terminal.progress('Deleting …');
    await deleted(remote, word).finally(() => terminal.progress(''));
    terminal.out(`${plainText(word, 80)} is gone, with its workspaces.`);
    return 0;
  },
});

function oneEvent(name: string, words: readonly string[]): string {
  const [word] = words;
  if (word === undefined || words.length > 1) throw new UsageError(`events ${name} wants an event, by its id or name`);
  return word;
}

async function deleted(remote: Remote, word: string): Promise<void> {
  if (remote.shown?.includes('code') === true) {
    await mustBe(remote, word);
    await told(remote, remote.api.DELETE('/event'));
    return;
  }
  const { events } = await told(remote, remote.api.GET('/events'));
  const meant = events.filter(({ id, name }) => id === word || name === word);
  const [event] = meant;
  if (!event) throw new Failure(`there is no event with the id or name ${JSON.stringify(word)}`);
  if (meant.length > 1)
    throw new Failure(`${meant.length} events are called ${word}: say which by its id. ${meant.map(({ id }) => id).join(', ')}`);
  await told(remote, remote.api.DELETE('/events/{event}', { params: { path: { event: event.id } } }));
}

async function mustBe(remote: Remote, word: string): Promise<void> {
  const { id, name } = await told(remote, remote.api.GET('/event'));
  if (word !== id && word !== name)
    throw new Failure(`${remote.shown ?? 'the code'} is that of ${plainText(name, 80)}, and not of ${JSON.stringify(word)}`);
}
