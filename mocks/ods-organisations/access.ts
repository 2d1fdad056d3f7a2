/** The organisation directory lets in whoever has the key of an application. */
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';

export const access = letIn({ modes: ['application-restricted'], otherwise: otherScope('the key of an application') });
