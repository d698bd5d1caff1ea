import { z } from 'zod';

export const metadata = z.record(z.string(), z.string());
export const id = z.string();
export const minor = z.int();
export const seconds = z.int();
export const expandedId = z.union([z.string(), z.object({ id })]).nullable();
