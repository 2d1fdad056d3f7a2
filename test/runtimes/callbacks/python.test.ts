/** The ten lines of docs/callbacks.md by which a receiver in Python knows what is ours. Those for Node are run with the documents. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signed } from '../../../src/workspace/callbacks/signature.ts';

const document = readFileSync(join(import.meta.dirname, '../../../docs/callbacks.md'), 'utf8');
const [, lines = ''] = /^```python\n(.*?)^```$/ms.exec(document) ?? [];
const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'str.removeprefix']).status === 0);

const secret = `whsec_${btoa('a secret of thirty-two characters')}`;
const body = '{"name":"Zoë"}';
const signature = signed('msg_1', body, { secret, now: Date.now() });
const others = { ...signature, 'webhook-signature': `v1a,x ${signature['webhook-signature']}` };

test.skipIf(python === undefined)('a receiver in Python 3.9 or later takes what is ours, and nothing else', () => {
  const asked = [
    [signature, body],
    [others, body],
    [signature, `${body} `],
    [{ ...signature, 'webhook-id': 'msg_2' }, body],
    [signed('msg_1', body, { secret: `whsec_${btoa('another secret of so many letters')}`, now: Date.now() }), body],
    [signed('msg_1', body, { secret, now: Date.now() - 600_000 }), body],
  ];
  const script = `${lines}\nimport json, sys\nprint([is_ours(headers, body, "${secret}") for headers, body in json.load(sys.stdin)])`;
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', script], { input: JSON.stringify(asked), encoding: 'utf8' });
  expect([stdout.trim(), stderr]).toEqual(['[True, True, False, False, False, False]', '']);
});
