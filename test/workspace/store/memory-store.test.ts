/** The memory store passes the suite of all stores. */
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('memory store', { open: createMemoryStore });
