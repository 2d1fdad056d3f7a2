/** What holds of every contract that stores what it is sent. */
import type { Law } from './law.ts';
import { apart } from './laws/apart.ts';
import { changed } from './laws/changed.ts';
import { listed } from './laws/listed.ts';
import { made } from './laws/made.ts';
import { patched } from './laws/patched.ts';
import { whole } from './laws/whole.ts';

export const laws: readonly Law[] = [...made, ...listed, ...changed, ...patched, ...apart, ...whole];
