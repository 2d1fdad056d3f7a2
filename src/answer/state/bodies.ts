/** What the state of a workspace asks of the rest of the answer: bodies and values made for it, and people told. */
import type { DocumentedResponse, Json, MediaType, Operation, Parameter, SchemaAt } from '../../contract/contract.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Call } from '../../mock/call.ts';
import type { RecordTeller } from '../told/record-teller.ts';

/** A body as text, and read. */
export interface Told {
  readonly text: string;
  /** It tells of a person of the world, whoever it was published about; else it is one and the same body for all. */
  readonly ofPerson: boolean;
  body(): Json;
}

/** A documented body. */
export interface ShownIn {
  readonly operation: Operation;
  readonly media: MediaType;
}

export interface Bodies {
  /** A body that suits a documented response: an example of it, else a generated one, with this request's ids put in, or this id; an outcome says nothing of what was sent. */
  model(
    call: Call,
    response: DocumentedResponse,
    media: MediaType,
    about: { readonly id: string | undefined; readonly isOutcome?: boolean },
  ): Json | undefined;
  /** What the contract shows at a place of a response of an operation; undefined where only a model made for this request can tell. */
  part(call: Call, shown: ShownIn, tokens: readonly string[]): { readonly value: Json | undefined } | undefined;
  /** The text of an item as the contract alone would show it under this id, whichever request asks: the same in a list and in a read. */
  item(call: Call, read: Operation, id: string): string | undefined;
  /** One value for a member that the server makes. */
  value(call: Call, at: SchemaAt, name: string, key: string): Json;
  /** True where this parameter names a person and the world has that person. */
  knows(call: Call, parameter: Parameter | undefined, value: string): boolean;
  /** The NHS number of whom this request is about, wherever it says so. */
  asked(call: Call): string | undefined;
  /** NHS numbers that a body gives as a patient's. */
  numbersIn(body: Json): readonly string[];
  /** A published body as it is shown: what is planned in it lies ahead of the clock, and one under a person's number tells of that person. */
  told(call: Call, resource: Resource, published: { readonly id: string; readonly body: Json }): Told;
  /** What the clinical records of the population have of a collection. */
  readonly records: RecordTeller;
}
