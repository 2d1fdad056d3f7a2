/** The application of a running sandbox that somebody names. */
import { Failure } from '../failure.ts';
import { nearest } from '../../contract/nearest.ts';
import type { Remote } from '../remote/connection.ts';
import { told } from '../remote/told.ts';

export async function findApplication(remote: Remote, named: string) {
  const { applications, tokenUrl } = await told(remote, remote.api.GET('/applications'));
  const application = applications.find(({ id, name }) => id === named || name === named);
  if (application) return { application, tokenUrl };
  const meant = nearest(
    named,
    applications.map(({ name }) => name),
  );
  throw new Failure(
    `there is no application ${JSON.stringify(named)}${meant ? `; did you mean ${meant}?` : ':'} nhs-sandbox apps list shows them`,
  );
}
