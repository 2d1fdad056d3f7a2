/** What pages do besides, where script runs. */
import { tryAssertions } from './assertion.ts';
import { copyWhereAsked } from './copy.ts';
import { callFromHere } from './first-call.ts';
import { filterLists } from './filter-list.ts';
import { liveExchanges } from './live-exchanges.ts';
import { goOnLive } from './live-parts.ts';
import { askToldWhenOpened } from './told.ts';
import { printWhereAsked } from './print.ts';
import { sendOnce } from './sent-once.ts';
import { makeTabs } from './tabs.ts';
import { tryOperations } from './try-it.ts';

document.documentElement.dataset['script'] = 'on';
copyWhereAsked();
callFromHere();
filterLists();
liveExchanges();
goOnLive();
askToldWhenOpened();
makeTabs();
printWhereAsked();
tryOperations();
tryAssertions();
sendOnce();
