/** The router that every group of pages adds its own to. */
import type { Hono } from 'hono';
import type { PageVisit } from './visit.ts';

/** `({ env: visit }) => page(visit, …)`: the visit is what a handler is given. */
export type Pages = Hono<{ Bindings: PageVisit }>;
