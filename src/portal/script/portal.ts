/** What pages do besides, where script runs. */
import { copyWhereAsked } from './copy.ts';

document.documentElement.dataset['script'] = 'on';
copyWhereAsked();
