/** The NHS App: its faults in its own words, and an identifier for what is accepted. The rest is as its contract has it. */
import type { operations } from '../../src/generated/nhs-app.types.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';
import { alsoAsking, applicationsOnly } from '../../src/nhs/access-modes.ts';
import { leave } from './access.ts';
import { accept } from './accept.ts';
import { dialect } from './dialect.ts';

export default {
  scope: 'nhs-app',
  access: alsoAsking(applicationsOnly, leave),
  dialect,
  problems: (problem: Problem, call: Call): Problem =>
    problem.faults ? { ...problem, faults: problem.faults.map((fault) => typeShown(fault, call)) } : problem,
  behaviours: {
    'create-in-app': (call) => {
      const { resourceType, identifier, status, payload, contained, extension, recipient, requester } = call.body;
      const echoed = {
        resourceType,
        status,
        payload,
        ...(contained && { contained }),
        ...(extension && { extension }),
        recipient,
        requester,
      };
      return accept(call, 'in-app', echoed, identifier);
    },

    'create-notification': (call) => {
      const { resourceType, identifier, status, payload, recipient } = call.body;
      return accept(call, 'notification', { resourceType, status, payload, recipient }, identifier);
    },
  },
} satisfies Mock<operations>;

/** The service names the resource that it was sent instead. */
function typeShown(fault: Fault, { body }: Call): Fault {
  if (fault.in !== 'body' || fault.pointer !== '/resourceType' || typeof body !== 'object' || body === null) return fault;
  const sent = 'resourceType' in body ? body.resourceType : undefined;
  return typeof sent === 'string' ? { ...fault, value: sent.slice(0, 40) } : fault;
}
