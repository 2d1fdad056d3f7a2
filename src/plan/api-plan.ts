/** What is understood of one contract: its resources, and one plan per operation, made when the operation is first asked for. */
import type { Contract, DocumentedResponse, MediaType, Operation } from '../contract/contract.ts';
import { inferRoles, type Meaning } from '../meaning/infer-roles.ts';
import { lazily, lazilyFor } from '../contract/lazily.ts';
import { PLAN_STEPS } from '../contract/limits.ts';
import { onceWithin, type OverBudget, unlessBeyond } from '../contract/work.ts';
import { createGenerator, type Generator } from '../making/generate.ts';
import { planDates, type Dated } from './dated.ts';
import { planDonors, type Donors } from './donors.ts';
import { planApiFaults, type ApiFaults } from './faults/api-faults.ts';
import { planPageLinks, type PageLinks } from './links/page-links.ts';
import { planOperation, type OperationPlan } from './operation-plan.ts';
import { findResources } from './resource/find-resources.ts';
import type { Resource } from './resource/resource.ts';
import { planPublishedPeople, type PublishedPeople } from './published-people.ts';
import { publishedNumbers, type PublishedNumbers } from './published-numbers.ts';
import { planHeaders, type HeaderPlan } from './response/headers.ts';

export interface ApiPlan {
  readonly contract: Contract;
  readonly meaning: Meaning;
  /** Makes values for its schemas. */
  readonly generator: Generator;
  resources(): readonly Resource[];
  /** How its faults are said. */
  readonly faults: ApiFaults;
  /** The people that it shows. */
  readonly publishedPeople: PublishedPeople;
  /** Numbers of real patients' kind that it publishes. */
  publishedNumbers(): PublishedNumbers;
  /** Where the values of the headers come from that a response documents. */
  headersOf(response: DocumentedResponse): readonly HeaderPlan[];
  /** What becomes of the links to pages in a published answer. */
  pageLinksOf(media: MediaType): PageLinks;
  /** Generated bodies that answers are made after. */
  readonly donors: Donors;
  /** A published body with what is planned in it ahead of the clock. */
  readonly dated: Dated;
  of(operation: Operation): OperationPlan;
}

export function planApi(contract: Contract): ApiPlan {
  const meaning = inferRoles(contract);
  const generator = createGenerator(meaning);
  const faults = planApiFaults(contract, meaning);
  const { work } = contract;
  const resources = lazily(() => understood(generator));
  const plans = lazilyFor((operation: Operation) =>
    onceWithin(work, PLAN_STEPS, () => {
      const why = resources().beyond.get(operation);
      if (why) throw why;
      return planOperation(api, operation);
    }),
  );
  const api: ApiPlan = {
    contract,
    meaning,
    generator,
    resources: () => resources().found,
    faults,
    publishedPeople: planPublishedPeople(contract, meaning),
    publishedNumbers: lazily(() => publishedNumbers(contract)),
    headersOf: lazilyFor((response) => planHeaders(generator, response)),
    pageLinksOf: lazilyFor((media) => planPageLinks(meaning, media)),
    donors: planDonors(generator),
    dated: planDates(meaning),
    of: (operation) => plans(operation)(),
  };
  return api;
}

interface Understood {
  readonly found: readonly Resource[];
  /** Operations that take too long to understand, and take no other with them. */
  readonly beyond: ReadonlyMap<Operation, OverBudget>;
}

function understood(generator: Generator): Understood {
  const { meaning } = generator;
  const { contract } = meaning;
  const { work, operations } = contract;
  const among = (some: readonly Operation[]): readonly Resource[] =>
    findResources(createGenerator({ ...meaning, contract: { ...contract, operations: some } }));
  const all = unlessBeyond(
    () => work.within(PLAN_STEPS, () => findResources(generator)),
    () => undefined,
  );
  if (all) return { found: all, beyond: new Map() };
  const beyond = new Map<Operation, OverBudget>();
  let left = 2 * PLAN_STEPS;
  for (const operation of operations) {
    unlessBeyond(
      () =>
        work.within(left, () => {
          among([operation]);
          left = work.left();
        }),
      (error) => {
        // What failed may have taken all that is left of it, which is not known.
        left -= PLAN_STEPS / 20;
        beyond.set(operation, error);
      },
    );
  }
  const rest = operations.filter((operation) => !beyond.has(operation));
  return unlessBeyond(
    (): Understood => ({ found: work.within(PLAN_STEPS, () => among(rest)), beyond }),
    (error): Understood => ({ found: [], beyond: new Map(operations.map((operation) => [operation, error])) }),
  );
}
