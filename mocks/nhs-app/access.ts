/** The NHS App lets in applications that run by themselves. */
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';

export const access = letIn({ modes: ['application-restricted'], otherwise: otherScope('one of an application (a signed JWT)') });
