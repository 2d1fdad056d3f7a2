/** The bytes of documents, as an API has them: where they are read, and whether they are pages or words. */
import { lazily } from '../../contract/lazily.ts';
import { successOf } from '../../contract/documented.ts';
import { asText, type PrintDocument } from '../../fhir/clinical/documents.ts';
import { pdf } from '../../fhir/pdf.ts';
import type { Call } from '../../mock/call.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import { itemPathOf } from '../state/make-row.ts';

export interface DocumentsTold {
  /** Undefined where the API has no bytes. */
  bytesAt(call: Call, id: string): string | undefined;
  readonly print: () => PrintDocument;
}

const asPages: PrintDocument = ({ title, paragraphs }) => ({ contentType: 'application/pdf', bytes: pdf(title, paragraphs) });

export function documentsTold(plan: ApiPlan): DocumentsTold {
  const told = lazily(() => plan.resources().filter((resource) => resource.told()?.kinds.includes('document')));
  const binary = lazily(() => told().find((resource) => resource.itemPath !== undefined && resource.told()?.type === 'Binary'));
  return {
    bytesAt(call, id) {
      const bytes = binary();
      return bytes && call.url(itemPathOf(bytes, call, id));
    },
    print: lazily(() => {
      const read = binary()?.operations.read;
      const types = read && successOf(read, [200])?.response.content.map(({ type }) => type);
      const shown = told().map((resource) => JSON.stringify(resource.told()?.example ?? null));
      return types?.includes('application/pdf') || shown.some((text) => text.includes('"application/pdf"')) ? asPages : asText;
    }),
  };
}
