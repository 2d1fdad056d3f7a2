import type { Contract, DocumentedResponse, Json, MediaType, Operation, Parameter } from '../contract/contract.ts';
import type { Call } from '../mock.ts';
import type { Preferences } from './preferences.ts';
export function bodyMaker(contract: Contract) {
  void contract;
  return {
    prepare: (_: Operation): Promise<void> | undefined => undefined,
    make: (_call: Call, _response: DocumentedResponse, media: MediaType, _p: Preferences, _id?: string): { value: Json | undefined; by: 'example' | 'generated' } => ({ value: media.examples[0]?.value, by: 'example' }),
    headers: (_call: Call, _response: DocumentedResponse): Record<string, string> => ({}),
    knowsPerson: (_c: Call, _p: Parameter | undefined, _v: string) => false,
  };
}
