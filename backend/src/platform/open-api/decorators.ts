import { SerializeOptions, SetMetadata, applyDecorators } from '@nestjs/common';
import type * as z from 'zod';
import type { RefusalStatus } from './parts.js';

export const LIST = 'planspor:list';
export const REFUSES = 'planspor:refuses';
export const WITHOUT_VERSION = 'planspor:without-version';

/** The answer is a list, and this is the schema of each of its items. */
export const ListOf = (schema: z.ZodType) => applyDecorators(SerializeOptions({ schema }), SetMetadata(LIST, true));

/** What this handler refuses with besides what its access and its parameters imply. */
export const Refuses = (...statuses: RefusalStatus[]) => SetMetadata(REFUSES, statuses);

/** A write below a record that changes nothing of it that somebody else could have changed: no If-Match. */
export const WithoutVersion = () => SetMetadata(WITHOUT_VERSION, true);
