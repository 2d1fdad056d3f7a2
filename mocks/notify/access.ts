/** NHS Notify lets in applications that are onboarded. The ids of the routing plans that are theirs are their permissions. */
import { alsoAsking, applicationsOnly, mayDo } from '../../src/nhs/access-modes.ts';

/** Whoever has no plan at all is not onboarded. Whose a plan is, the service behind the gateway asks once all of the body is right. */
export const access = alsoAsking(applicationsOnly, (call) =>
  mayDo(call, 'notify', () => true) ? undefined : { problem: 'forbidden', message: 'The application has no routing plan of notify.' },
);
