import { Module } from '@nestjs/common';
import { LoadDemonstration } from './load-demonstration.js';

/** What comes in from files. */
@Module({ providers: [LoadDemonstration] })
export class ImportExportModule {}
