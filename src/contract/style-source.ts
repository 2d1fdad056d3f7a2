/** How the policy of a page names its one style, by a hash of it (CSP Level 3 §2.3.1): no other style is shown, and no character of it may change. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from './base64.ts';

export const styleSource = (style: string): string => `'sha256-${toBase64(sha256(utf8ToBytes(style)))}'`;
