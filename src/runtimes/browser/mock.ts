/** `nhs-api-sandbox/mock`: the words that rules of one's own are written in. Importing it does nothing. */
export type { JsonObject, Json } from '../../contract/contract.ts';
export type { Call } from '../../mock/call.ts';
export type { Caller } from '../../mock/caller.ts';
export type { ConformanceRule, Conversation, Sameness, Turn } from '../../mock/conformance.ts';
export type { Dialect } from '../../mock/dialect.ts';
export type { Cue, Emitted, Later, MockEvents } from '../../mock/event.ts';
export { stepped, type Behaviour, type BodyRule, type Mock, type PolicyName, type SteppedBehaviour, type Steps } from '../../mock/mock.ts';
export { isProblem, type Fault, type Problem, type ProblemKind, type Said } from '../../mock/problem.ts';
export type { Binary, Reply } from '../../mock/reply.ts';
export type { Rows } from '../../mock/rows.ts';
export type { Address, Organisation, Person, PersonName, PersonQuery, Population, Practitioner } from '../../population.ts';
export type { Store } from '../../workspace/store/store.ts';
export type { Clock } from '../../workspace/time/clock.ts';
