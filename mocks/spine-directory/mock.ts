/** The Spine Directory Service: an interaction stands in an extension, where no contract says that it is searched for. */
import type { operations } from '../../src/generated/spine-directory.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';
import { dialect } from './dialect.ts';
import { bundleOf, deviceOf, endpointOf, systemsFor } from './look-up.ts';

export default {
  access: keyHolders,
  dialect,
  refusesUnknownParameters: true,
  behaviours: {
    getDevice: (call) => ({ status: 200, body: bundleOf(call, systemsFor(call.query).map(deviceOf)) }),
    getEndpoint: (call) => ({ status: 200, body: bundleOf(call, systemsFor(call.query).map(endpointOf)) }),
  },
} satisfies Mock<operations>;
