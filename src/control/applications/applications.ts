/** Applications of a workspace: registered with a public key or a pair that is made here, listed, changed and taken away. */
import type { BesideControl } from '../../gateway/gateway.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import { stepped } from '../../mock/mock.ts';
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import type { Ask, Behaviours } from '../behaviours.ts';
import { isKeyFault, readKeys, type ReadKeys, type SentKeys } from './keys.ts';

type Ids = 'list-applications' | 'add-application' | 'read-application' | 'change-application' | 'delete-application';
type Shown = components['schemas']['Application'];

export function applicationBehaviours({ served }: BesideControl): Behaviours<Ids> {
  // What comes with the sandbox stands last.
  const tokenPath = served
    .flatMap(({ announced: { operations }, mounts: [mount = ''] }) =>
      operations.filter(({ id }) => id === 'token').map(({ path }) => mount + path),
    )
    .at(-1);

  return {
    'list-applications': ({ origin, visit: { workspace, prefix } }) => ({
      status: 200,
      body: { applications: workspace.applications.list().map(shown), tokenUrl: origin + prefix + (tokenPath ?? '') },
    }),
    'add-application': stepped({
      // Once the body is known to be what the contract says.
      sends: ({ body }: Ask<'add-application'>) => keysOf(body),
      turn: (call: Ask<'add-application'>, { sent }: { readonly sent: ReadKeys }) => {
        const { jwks: _, publicKey: _key, kid: _kid, generateKey: _pair, ...written } = call.body;
        const added = call.visit.workspace.applications.add(written, sent.keys ?? []);
        if (isProblem(added)) return added;
        return {
          status: 201 as const,
          headers: { Location: call.url(`/applications/${added.id}`) },
          body: withPrivate(added, sent, call.visit.workspace.applications.newSecret(added.id)),
        };
      },
    }),
    'read-application': ({ path: { id }, visit: { workspace } }) => {
      const known = workspace.applications.find(id);
      return known ? { status: 200, body: shown(known) } : noApplication;
    },
    'change-application': stepped({
      // Once the body is known to be what the contract says.
      sends: ({ body }: Ask<'change-application'>) => keysOf(body),
      turn: ({ path: { id }, body, visit: { workspace } }: Ask<'change-application'>, { sent }: { readonly sent: ReadKeys }) => {
        const { jwks: _, publicKey: _key, kid: _kid, generateKey: _pair, generateSecret = false, ...change } = body;
        const changed = workspace.applications.change(id, { ...change, ...(sent.keys && { keys: sent.keys }) });
        if (!changed) return noApplication;
        if (isProblem(changed)) return changed;
        return {
          status: 200 as const,
          body: withPrivate(changed, sent, generateSecret ? workspace.applications.newSecret(id) : undefined),
        };
      },
    }),
    'delete-application': ({ path: { id }, visit: { workspace } }) => {
      const deleted = workspace.applications.delete(id);
      if (typeof deleted === 'object') return deleted;
      return deleted ? { status: 204 } : noApplication;
    },
  };
}

async function keysOf(body: SentKeys): Promise<ReadKeys | Problem> {
  const read = await readKeys(body);
  if (!isKeyFault(read)) return read;
  const { pointer, message } = read;
  return {
    problem: 'invalid-value',
    message: `The body at ${pointer} ${message}.`,
    faults: [{ in: 'body', pointer, keyword: 'key', message }],
  };
}

const shown = ({ made, ...others }: RegisteredApplication): Shown => ({ ...others, made: new Date(made).toISOString() });

const withPrivate = (application: RegisteredApplication, { privateKey }: ReadKeys, clientSecret: string | undefined) => ({
  ...shown(application),
  ...(clientSecret !== undefined && { clientSecret }),
  ...(privateKey !== undefined && { privateKey }),
});

const noApplication: Problem = { problem: 'not-found', message: 'This workspace has no application of this id.' };
