/** Who can be signed in as at the mock log-ins: one of every kind. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { patients } from '../../identity/users/patients.ts';
import type { Patient, Worker } from '../../identity/users/user.ts';
import { workers } from '../../identity/users/workers.ts';
import { nameOf } from '../../people/in-words.ts';
import type { Population } from '../../population.ts';
import type { Behaviours } from '../behaviours.ts';

type Told = components['schemas']['SignInUser'];

export const userBehaviours: Behaviours<'list-users'> = {
  'list-users': ({ visit: { workspace } }) => ({
    status: 200,
    body: {
      data: 'synthetic',
      users: [
        ...patients.map((one) => toldPatient(one, workspace.population)),
        ...workers.map((one) => toldWorker(one, workspace.population)),
      ],
    },
  }),
};

function toldPatient({ id, kind, meaning, nhsNumber, proofing }: Patient, population: Population): Told {
  const person = population.find(nhsNumber);
  return { id, kind, name: person ? nameOf(person) : id, meaning, nhsNumber, proofing };
}

function toldWorker({ id, kind, meaning, title, given, family, aal, roles }: Worker, population: Population): Told {
  return {
    id,
    kind,
    name: `${title} ${given} ${family}`,
    meaning,
    aal,
    roles: roles.map((role) => {
      const name = population.organisation(role.organisation)?.name;
      return { id: role.id, organisation: { ods: role.organisation, ...(name !== undefined && { name }) }, name: role.name };
    }),
  };
}
