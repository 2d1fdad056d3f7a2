/** Whose codes a record may hold (Organisation Data Service): those of the population's directory, of the right kind. */
import type { Organisation, Population } from '../../../src/population.ts';

export type Role = 'practice' | 'pharmacy' | 'dispenser' | 'applianceSupplier';

interface Fitting {
  readonly kinds: readonly Organisation['kind'][];
  /** Codes that the service's published examples and test patients have in this role, whatever the directory says of them. */
  readonly published: readonly string[];
}

/** The published contract asks for a practice's code, or a pharmacy's; who dispenses may be a practice too (a dispensing doctor). */
const fitting: Readonly<Record<Role, Fitting>> = {
  practice: { kinds: ['gp-practice'], published: ['A20047', 'H81109'] },
  pharmacy: { kinds: ['pharmacy'], published: ['Y12345'] },
  dispenser: { kinds: ['pharmacy', 'gp-practice'], published: [] },
  applianceSupplier: { kinds: ['pharmacy'], published: ['Y34567'] },
};

/** Codes are written in capitals: one in small letters is another code, and nobody's. Nobody comes to one that has closed. */
export function isCodeOf(role: Role, code: string, population: Pick<Population, 'organisation' | 'register'>): boolean {
  const { kinds, published } = fitting[role];
  if (published.includes(code)) return true;
  const found = population.organisation(code);
  return found?.ods === code && kinds.includes(found.kind) && population.register.entry(code)?.isActive === true;
}
