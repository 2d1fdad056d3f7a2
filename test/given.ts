/** An application of a workspace under test, with a key and a token that was given to it. */
import type { WrittenApplication } from '../src/workspace/applications/applications.ts';
import type { TokenRecord } from '../src/workspace/applications/tokens.ts';
import type { Sandbox } from './sandbox.ts';

export interface Given {
  readonly token: string;
  readonly key: string;
}

/** Runs by itself and may ask every API, unless something else is said of it, of its token or of who is signed in. */
export function given({ workspace }: Sandbox, written: Partial<WrittenApplication> = {}, record: Partial<TokenRecord> = {}): Given {
  const { applications, tokens, clock } = workspace;
  const application = applications.add({ name: `Application ${applications.list().length}`, ...written }, []);
  if ('problem' in application) throw new Error(application.message);
  const token = tokens.mint({
    application: application.id,
    mode: 'application-restricted',
    scopes: ['urn:nhsd:apim:app:level3:*'],
    expires: clock.now() + 600_000,
    ...record,
  });
  return { token, key: application.apiKey };
}
