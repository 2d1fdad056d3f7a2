/** Immunisation history: by its contract alone, but for whom it lets in. */
import type { operations } from '../../src/generated/immunisation-history.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access } from './access.ts';

export default { access, behaviours: {} } satisfies Mock<operations>;
