/** The organisation directory: served by its contract, in the words of the store behind it. */
import type { operations } from '../../src/generated/ods-organisations.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { hapiDialect } from '../../src/nhs/hapi-dialect.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';

export default { access: keyHolders, dialect: hapiDialect, refusesUnknownParameters: true, behaviours: {} } satisfies Mock<operations>;
