import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Change } from './change.js';
import { Database, dataSourceOptions } from './database.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { HealthController } from './health.controller.js';
import { HistoryQuery } from './history.query.js';
import { SealJob } from './seal/seal-job.js';
import { SealController } from './seal/seal.controller.js';
import { SealQuery } from './seal/seal.query.js';
import { Sealing } from './seal/sealing.js';

/** What every feature stands on: the database, the one history, the environment. */
@Global()
@Module({})
export class PlatformModule {
  static with(environment: Environment, entities: NonNullable<DataSourceOptions['entities']>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(environment.databaseUrl, entities, environment.databasePool),
          retryAttempts: 0,
        }),
      ],
      controllers: [HealthController, SealController],
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        Database,
        Change,
        HistoryQuery,
        Sealing,
        SealJob,
        SealQuery,
      ],
      exports: [ENVIRONMENT, Database, Change, HistoryQuery],
    };
  }
}
