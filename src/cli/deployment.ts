/** `nhs-sandbox deployment`: numbers of a deployment, and who may make workspaces there. */
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { columns } from './lay-out.ts';
import { choice, flag } from './options.ts';
import { aboutOperator, connect, deploymentOptions } from './remote/connection.ts';
import { told } from './remote/told.ts';

const who = { open: 'anybody', events: 'holders of the code of an event', closed: 'nobody but the operator' } as const;

export const command = defineCommand({
  name: 'deployment',
  summary: 'Tells the numbers of a deployment, and who may make workspaces there.',
  usage: '[options]',
  about: [aboutOperator],
  examples: [
    ['deployment', 'its numbers'],
    ['deployment --sign-up events', 'from now on, an event’s code makes workspaces, and nothing else does'],
  ],
  options: {
    'sign-up': choice(
      ['open', 'events', 'closed'],
      'Who may make workspaces: anybody, holders of an event’s code, or nobody but the operator.',
      undefined,
    ),
    json: flag('Print JSON.'),
    ...deploymentOptions,
  },
  async run({ 'sign-up': signUp, json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError(`deployment takes options only; did you mean --sign-up ${words[0]}?`);
    const remote = connect(others, ['operator']);
    const numbers = await told(
      remote,
      signUp === undefined ? remote.api.GET('/deployment') : remote.api.PATCH('/deployment', { body: { signUp } }),
    );
    if (json) terminal.out(JSON.stringify(numbers, undefined, 2));
    else
      terminal.out(
        columns([
          ['workspaces', `${numbers.workspaces}; ${numbers.made} were made, ${numbers.ended} have ended`],
          ['events', String(numbers.events)],
          ['sign-up', `${numbers.signUp}: ${who[numbers.signUp]} may make workspaces`],
        ]),
      );
    return 0;
  },
});
