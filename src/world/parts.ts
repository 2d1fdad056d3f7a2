/** The parts that a person is put together from, as one bundle. */
import type { FormerSurnames } from './former-surnames.ts';
import type { Households } from './households.ts';
import type { Kinship } from './kinship.ts';
import type { Layout } from './layout.ts';
import type { Lives } from './lives.ts';
import type { PeopleNames } from './naming.ts';
import type { NhsNumbers } from './nhs-numbers.ts';
import type { Organisations } from './organisations.ts';
import type { Records } from './records.ts';

export interface WorldParts {
  readonly layout: Layout;
  readonly numbers: NhsNumbers;
  readonly naming: PeopleNames;
  readonly former: FormerSurnames;
  readonly kinship: Kinship;
  readonly lives: Lives;
  readonly households: Households;
  readonly organisations: Organisations;
  readonly records: Records;
}
