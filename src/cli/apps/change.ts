/** `nhs-sandbox apps change`: what is said of an application counts from the next request on, for the tokens that it has, too. */
import { plainText } from '../../contract/plain-text.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { columns } from '../lay-out.ts';
import { choice, flag, listOption, textOption } from '../options.ts';
import { connect, workspaceOptions } from '../remote/connection.ts';
import { told } from '../remote/told.ts';
import { applicationOptions, writtenBy } from './application-options.ts';
import { findApplication } from './find-application.ts';
import { hasOwnKey, keyOptions, sentKeys, tellKeys, withSavedKey } from './key-options.ts';

export const changeApplication = defineCommand({
  name: 'apps change',
  summary: 'Says something else of an application, or gives it another key.',
  usage: '<name> [options]',
  about: ['What is said takes the place of what was said of the same before, and all else stays. --default takes it back.'],
  examples: [
    ['apps change "Ward board" --status revoked', 'its tokens are refused from now on'],
    ['apps change "Ward board" --product parcels,letters', 'it is subscribed to these two'],
    ['apps change "Ward board" --default products,status', 'as when nothing was said of either'],
  ],
  options: {
    name: textOption('name', 'What it is called from now on.'),
    status: choice(['approved', 'revoked'], 'Whether it may ask at all.', undefined),
    'keys-unreachable': flag('As though the platform could not fetch its keys.'),
    'new-secret': flag('Make another secret; the one before stops working.'),
    default: listOption('member', 'Of which nothing is said any more: products, scopes, permissions, status …', (typed) => typed),
    ...keyOptions,
    ...applicationOptions,
    ...workspaceOptions,
  },
  async run(values, words, terminal) {
    const [named] = words;
    if (named === undefined || words.length > 1) throw new UsageError('apps change wants the name of one application');
    const { name, status, save } = values;
    const body = {
      ...Object.fromEntries(values.default.map((member) => [member, null])),
      ...(name !== undefined && { name }),
      ...(status !== undefined && { status }),
      ...(values['keys-unreachable'] && { keysUnreachable: true }),
      ...(values['new-secret'] && { generateSecret: true }),
      ...writtenBy(values),
      ...((hasOwnKey(values) || save !== undefined) && sentKeys(values)),
    };
    if (Object.keys(body).length === 0) throw new UsageError('apps change wants something that is otherwise from now on');
    const remote = connect(values, ['key']);
    const { application } = await findApplication(remote, named);
    const path = { id: application.id };
    const changed = await withSavedKey(values, () => told(remote, remote.api.PATCH('/applications/{id}', { params: { path }, body })));
    const { id: _id, made: _made, keys: _keys, privateKey: _key, clientSecret: _secret, ...others } = changed;
    const rows = Object.entries(others).map(([member, value]): readonly [string, string] => [
      member,
      plainText(typeof value === 'string' ? value : JSON.stringify(value), 1_000),
    ]);
    terminal.out(columns(rows, terminal.columns));
    tellKeys(changed, terminal);
    return 0;
  },
});
