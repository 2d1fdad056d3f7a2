/** A workspace over the memory store passes the suite of all workspaces. */
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { workspaceSuite } from './workspace-suite.ts';

workspaceSuite('workspace in memory', { open: createMemoryStore });
