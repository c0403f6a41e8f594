import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ChangeOperationalMeasure,
  ConfirmOperationalMeasure,
  CorrectException,
  DecideException,
  RegisterException,
  RegisterOperationalMeasure,
  StrategyPage,
} from '#shared';
import { writeHeaders } from '../../platform/http/write-headers';
import { LanguageChoice } from '../../platform/language/language';
import { addressOf } from './strategy-client';

/** The strategy that is written on, and its version as it was read. */
export interface Written {
  readonly plan: string;
  readonly code: string;
  readonly version: number;
}

/** Exceptions and driftstiltak on a strategy. Each write answers with the strategy as it is then judged. */
@Service()
export class StrategyWriteClient {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LanguageChoice);

  registerException(on: Written, input: RegisterException, intent: string): Promise<StrategyPage> {
    return this.send('POST', on, 'exceptions', input, intent);
  }

  correctException(on: Written, id: string, input: CorrectException, intent: string): Promise<StrategyPage> {
    return this.send('PATCH', on, `exceptions/${id}`, input, intent);
  }

  decideException(on: Written, id: string, input: DecideException, intent: string): Promise<StrategyPage> {
    return this.send('POST', on, `exceptions/${id}/decision`, input, intent);
  }

  /** From today. */
  withdrawException(on: Written, id: string): Promise<StrategyPage> {
    return this.send('POST', on, `exceptions/${id}/withdrawal`, {});
  }

  removeException(on: Written, id: string): Promise<StrategyPage> {
    return this.send('DELETE', on, `exceptions/${id}`);
  }

  registerOperation(on: Written, input: RegisterOperationalMeasure, intent: string): Promise<StrategyPage> {
    return this.send('POST', on, 'operational-measures', input, intent);
  }

  changeOperation(on: Written, id: string, input: ChangeOperationalMeasure, intent: string): Promise<StrategyPage> {
    return this.send('PATCH', on, `operational-measures/${id}`, input, intent);
  }

  confirmOperation(on: Written, id: string, input: ConfirmOperationalMeasure, intent: string): Promise<StrategyPage> {
    return this.send('PUT', on, `operational-measures/${id}/confirmation`, input, intent);
  }

  endOperation(on: Written, id: string): Promise<StrategyPage> {
    return this.send('DELETE', on, `operational-measures/${id}`);
  }

  private send(
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    { plan, code, version }: Written,
    path: string,
    body?: object,
    intent?: string,
  ): Promise<StrategyPage> {
    const headers = {
      ...writeHeaders({ version, ...(intent ? { intent } : {}) }),
      'Accept-Language': this.language.current(), // the sentences of the answer
    };
    return firstValueFrom(
      this.http.request<StrategyPage>(method, `${addressOf(plan, code)}/${path}`, { body, headers }),
    );
  }
}
