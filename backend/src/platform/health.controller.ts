import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import * as z from 'zod';
import { Public } from './access.js';
import { Database } from './database.js';
import { sql } from './sql.js';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
type Health = z.infer<typeof Health>;

/** For load balancers and the start command. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('live')
  @Public()
  @SerializeOptions({ schema: Health })
  checkLive(): Health {
    return { status: 'ok' };
  }

  /** The database answers too; 503 otherwise. */
  @Get('ready')
  @Public()
  @SerializeOptions({ schema: Health })
  async checkReady(): Promise<Health> {
    await this.database.row(sql`select 1`);
    return { status: 'ok' };
  }
}
