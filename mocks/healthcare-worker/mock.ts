/** Healthcare Worker: by its contract alone, but for whom it lets in. */
import type { operations } from '../../src/generated/healthcare-worker.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';

export default { access: keyHolders, behaviours: {} } satisfies Mock<operations>;
