/** The Booking and Referral Standard: the gateway in front, and behind it whoever is asked. The rules stand in the files beside. */
import type { operations } from '../../src/generated/booking-and-referral.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { behaviours } from './behaviours.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { headerRules } from './target/checks.ts';

export default {
  access: applicationsOnly,
  dialect,
  events,
  headerRules,
  // The gateway's own fault says 401 of an application that is not subscribed.
  problems: (problem) => (problem.token === 'no-product' ? { ...problem, problem: 'forbidden' } : problem),
  compatibility: { 'official-sandbox': () => import('./sandbox/mock.ts') },
  behaviours,
} satisfies Mock<operations>;
