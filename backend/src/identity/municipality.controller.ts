import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AsOfQuery, Municipality } from '#shared';
import { Public } from '../platform/access.js';
import { MunicipalityQuery } from './municipality.query.js';

@ApiTags('municipality')
@Controller('municipality')
export class MunicipalityController {
  constructor(private readonly municipality: MunicipalityQuery) {}

  /** The municipality, the words it has chosen, its sectors and committees. */
  @Get()
  @Public()
  @SerializeOptions({ schema: Municipality })
  readMunicipality(@Query({ schema: AsOfQuery }) query: AsOfQuery): Promise<Municipality> {
    return this.municipality.read(query['as-of']);
  }
}
