/** The published examples of an operation, understood once: what each shows, what a request for it looks like, and whether it fits its schema. */
import type { Contract, Json, MediaType, NamedExample, Operation, SchemaFault } from '../../contract/contract.ts';
import { isJsonType } from '../../contract/media-type.ts';
import type { RequestValues } from '../../meaning/bound.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { isRole } from '../../meaning/roles/check-role.ts';
import { lazily } from '../../contract/lazily.ts';
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
  readonly published: Json;
  /** How it breaks the schema it was published for. */
  readonly faults: readonly SchemaFault[];
  /** A body that fits, made of the published one's own values wherever they fit; the published one itself where nothing helps. */
  readonly fitting: Json;
  readonly shown: Shown;
  /** Whether it is about a person. */
  readonly aboutPerson: boolean;
}

export interface ExamplesAbout {
  readonly contract: Contract;
  readonly meaning: Meaning;
  readonly operation: Operation;
}

export function planExamples(about: ExamplesAbout): ExamplePlan {
  const { operation } = about;
  const planned = new Map<MediaType, readonly PlannedExample[]>();
  const pairing = lazily(() => planPairing(operation));
  return {
    of(media) {
      const known = planned.get(media) ?? media.examples.map((example) => planExample(about, media, example));
      planned.set(media, known);
      return known;
    },
    pairs: (request) => pairing()(request),
  };
}

function planExample(about: ExamplesAbout, { schema, type }: MediaType, { name, value }: NamedExample): PlannedExample {
  const at = isJsonType(type) || type === '*/*' ? schema : undefined;
  const faults = lazily(() => (at ? about.contract.check(at, value) : []));
  const fitting = lazily(() => (at && faults().length > 0 ? mended({ ...about, at, value }) : value));
  const shown = lazily(() => shownBy(name, value));
  const aboutPerson = lazily(() => [...shown().values].some((text) => isRole('patient.nhsNumber', text)));
  return {
    name,
    published: value,
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
