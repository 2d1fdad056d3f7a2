import type { ThereIs } from '../seen/there-is.ts';

export const reportPages: readonly ThereIs[] = [
  { name: 'report', pattern: /^\/report$/, at: () => '/report' },
  { name: 'report of one API', pattern: /^\/report$/, at: () => '/report?api=personal-demographics&since=0' },
  { name: 'report since nobody knows when', pattern: /^\/report$/, at: () => '/report?since=whenever', status: 400 },
];
