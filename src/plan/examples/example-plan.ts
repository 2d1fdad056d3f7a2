/** The published examples of an operation, understood once: what each shows, what a request for it looks like, and whether it fits its schema. */
import type { Json, MediaType, NamedExample, Operation, SchemaFault } from '../../contract/contract.ts';
import { PLAN_STEPS } from '../../contract/limits.ts';
import { isJsonType } from '../../contract/media-type.ts';
import type { RequestValues } from '../../meaning/bound.ts';
import { studied, type StudiedBody } from '../../meaning/studied-body.ts';
import type { Generator } from '../../making/generate.ts';
import { isRole } from '../../meaning/roles/check-role.ts';
import { lazily } from '../../contract/lazily.ts';
import { unlessBeyond } from '../../contract/work.ts';
import { mended } from './mend.ts';
import { planPairing, type Pairing } from './pairing.ts';
import { shownBy, type Shown } from './shown.ts';

export interface ExamplePlan {
  /** What a documented media type publishes, in the contract's order. */
  of(media: MediaType): readonly PlannedExample[];
  /** Which names of examples a request goes by, and how well. */
  pairs(request: RequestValues): Pairing;
}

export interface PlannedExample {
  readonly name: string;
  readonly published: StudiedBody;
  /** How it breaks the schema it was published for. */
  readonly faults: readonly SchemaFault[];
  /** A body that fits, made of the published one's own values wherever they fit; the published one itself where nothing helps. */
  readonly fitting: StudiedBody;
  readonly shown: Shown;
  /** Whether it is about a person. */
  readonly aboutPerson: boolean;
}

export function planExamples(generator: Generator, operation: Operation): ExamplePlan {
  const planned = new Map<MediaType, readonly PlannedExample[]>();
  const pairing = lazily(() => planPairing(operation));
  return {
    of(media) {
      const known = planned.get(media) ?? media.examples.map((example) => planExample({ generator, operation }, media, example));
      planned.set(media, known);
      return known;
    },
    pairs: (request) => pairing()(request),
  };
}

interface Published {
  readonly generator: Generator;
  readonly operation: Operation;
}

function planExample({ generator, operation }: Published, { schema, type }: MediaType, { name, value }: NamedExample): PlannedExample {
  const { meaning } = generator;
  const at = isJsonType(type) || type === '*/*' ? schema : undefined;
  const study = (body: Json): StudiedBody => studied(meaning, body, at, operation);
  const { contract } = meaning;
  // Understood once, whatever the request that happens to come first has left to spend: the same request is answered alike each time.
  const faults = lazily(() => (at ? contract.work.within(PLAN_STEPS, () => contract.check(at, value)) : []));
  const published = study(value);
  const fitting = lazily(() => {
    if (!at || faults().length === 0) return published;
    return unlessBeyond(
      () => contract.work.within(PLAN_STEPS, () => study(mended({ generator, operation, at, value }))),
      () => published,
    );
  });
  const shown = lazily(() => shownBy(name, value));
  const aboutPerson = lazily(() => [...shown().values].some((text) => isRole('patient.nhsNumber', text)));
  return {
    name,
    published,
    get faults() {
      return faults();
    },
    get fitting() {
      return fitting();
    },
    get shown() {
      return shown();
    },
    get aboutPerson() {
      return aboutPerson();
    },
  };
}
