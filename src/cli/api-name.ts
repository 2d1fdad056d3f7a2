/** What an API is called where it is plain that a sandbox serves it. */
import type { Contract } from '../contract/contract.ts';
import { plainText } from '../contract/plain-text.ts';

const LONGEST = 100;

export const apiName = ({ title }: Pick<Contract, 'title'>): string => plainText(title.replace(/\s+sandbox$/i, ''), LONGEST);
