/** `nhs-sandbox explain`: what a signed assertion says, and what the platform would refuse of it. */
import { describeAssertion, mendOf } from '../identity/assertion/explain.ts';
import { readJwt } from '../identity/assertion/read-assertion.ts';
import { audRule, firstRules, malformedAssertion, type JudgedAssertion } from '../identity/assertion/rules.ts';
import { realClock } from '../workspace/time/clock.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { textOption } from './options.ts';
import { readNamedFile } from './remote/named-file.ts';

export const command = defineCommand({
  name: 'explain',
  summary: 'Says what is wrong with a signed assertion.',
  usage: '<jwt> [options]',
  about: [
    'Looks at everything that can be seen without the application’s key, and asks nobody: the signature is not verified. - reads the standard input.',
  ],
  examples: [
    ['explain eyJhbGciOiJSUzUxMiJ9.e30.AAAA', 'every rule that it breaks, and what would mend it'],
    ['explain - --aud http://localhost:8787/oauth2/token < assertion.txt', 'where it is to be sent, too'],
  ],
  options: { aud: textOption('address', 'The token URL that it is meant for.') },
  run({ aud }, words, terminal) {
    const [given] = words;
    if (given === undefined || words.length > 1) throw new UsageError('explain wants one JWT, or - for the standard input');
    const jwt = readJwt((given === '-' ? readNamedFile('-') : given).trim());
    if (typeof jwt === 'string') {
      terminal.out(`${malformedAssertion.status} ${malformedAssertion.description}\n  ${jwt}`);
      return 1;
    }
    const judged: JudgedAssertion = {
      jwt,
      now: Math.floor(realClock.now() / 1000),
      tokenUrl: aud ?? '',
      isUsed: false,
      application: undefined,
      verified: 'no key',
      scopes: [],
    };
    const broken = [...firstRules, ...(aud === undefined ? [] : [audRule])].filter(({ isBroken }) => isBroken(judged));
    terminal.out(describeAssertion(judged).join('\n'));
    terminal.out(
      broken.length === 0 ? '\nNothing is wrong with it that can be seen without the key.' : '\nIn the order in which the platform looks:',
    );
    if (aud === undefined) terminal.out('Its aud was compared with nothing: --aud names the token URL that it is sent to.');
    for (const rule of broken) terminal.out(`${rule.status} ${rule.description}\n  ${mendOf(rule, judged)}`);
    return broken.length === 0 ? 0 : 1;
  },
});
