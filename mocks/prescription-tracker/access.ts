/** Staff who are signed in. */
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';

export const access = letIn({ modes: ['user-restricted'], otherwise: otherScope('one of a healthcare worker who is signed in') });
