import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from './access.js';
import { Database } from './database.js';
import { sql } from './sql.js';

/** For load balancers and the start command. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('live')
  @Public()
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers too; 503 otherwise. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    await this.database.row(sql`select 1`);
    return { status: 'ok' };
  }
}
