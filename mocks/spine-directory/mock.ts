/** The Spine Directory Service: the systems of the register's practices, pharmacies and trusts, and where their messages go. */
import type { operations } from '../../src/generated/spine-directory.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';
import { dialect } from './dialect.ts';
import { combinationProblem, routesFor, systemsFor } from './look-up.ts';
import { bundleOf, deviceOf, endpointOf } from './resources.ts';

export default {
  access: keyHolders,
  dialect,
  refusesUnknownParameters: true,
  // Which types a client takes is looked at last.
  order: ['expectation', 'faults', 'token', 'rate-limit', 'access', 'gate', 'size', 'header-rules', 'contract', 'accept'],
  behaviours: {
    getDevice: (call) => ({ status: 200, body: bundleOf(call, systemsFor(call, call.query).map(deviceOf)) }),
    getEndpoint: (call) =>
      combinationProblem(call.query) ?? { status: 200, body: bundleOf(call, routesFor(call, call.query).map(endpointOf)) },
  },
} satisfies Mock<operations>;
