/** Where a postcode of the population lies: for whoever has an address, and has to ask with a point. */
import type { Problem } from '../../mock/problem.ts';
import type { Behaviours } from '../behaviours.ts';

export const postcodeBehaviours: Behaviours<'read-postcode'> = {
  'read-postcode': ({ path, visit: { workspace } }) => {
    const sent = path.postcode.replaceAll(' ', '').toUpperCase();
    const postcode = `${sent.slice(0, -3)} ${sent.slice(-3)}`;
    const point = workspace.population.register.point(postcode);
    return point ? { status: 200, body: { data: 'synthetic', postcode, ...point } } : nowhere;
  },
};

const nowhere: Problem = {
  problem: 'not-found',
  message: 'No postcode of this population begins with these letters. GET /_sandbox/people tells where people live.',
  faults: [{ in: 'path', name: 'postcode', pointer: '', keyword: 'exists', message: 'is of no place' }],
};
