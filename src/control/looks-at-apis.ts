/**
 * For what the mock APIs have to be read, which takes a while: all but what a test does again and again, and what says nothing of them. What
 * is asked for there and looks at one all the same fails at once.
 */
const apart = new Set(['health', 'reset', 'settings', 'snapshots', 'export', 'users', 'test-people', 'postcodes', 'workspaces', 'events']);

/** `path` is below the base. */
export const looksAtApis = (path: string): boolean => !apart.has(path.split('/')[1] ?? '');
