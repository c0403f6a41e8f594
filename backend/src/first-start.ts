import type { Type } from '@nestjs/common';
import { LoadMunicipality } from './identity/load-municipality.js';
import type { FirstStartStep } from './platform/first-start.js';

/** What an empty database is given, in this order; each a provider of its feature. */
export const firstStart: Type<FirstStartStep>[] = [LoadMunicipality];
