import { addDays, addMonths, osloDate, type StrategyPage } from '#shared';
import { ifMatch } from './projects.js';
import type { Answer, Client } from './test-application.js';

const plan = '/api/plans/langtidsplan-2018';

/** Today, and days and months from it, as the application under test reckons them. */
export const today = osloDate(new Date());
export const inDays = (days: number): string => addDays(today, days);
export const inMonths = (months: number): string => addMonths(today, months);

/** A strategy of the plan as it last was read or written, and what is asked of it. */
export class OpenStrategy {
  page!: StrategyPage;

  constructor(readonly code: string) {}

  async read(client: Client, asOf?: string): Promise<StrategyPage> {
    const query = asOf ? `?as-of=${encodeURIComponent(asOf)}` : '';
    const answer = await client.get<StrategyPage>(`${plan}/strategies/${this.code}${query}`);
    if (answer.status !== 200) throw new Error(`${this.code} was not read: ${answer.text}`);
    if (!asOf) this.page = answer.body;
    return answer.body;
  }

  /** Writes on the strategy as it now is, and keeps what came of it. */
  async write(
    client: Client,
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    rest: string,
    body?: unknown,
  ): Promise<Answer<StrategyPage>> {
    await this.read(client);
    const answer = await client.ask<StrategyPage>(method, this.path(rest), body, ifMatch(this.page));
    if (answer.status < 300) this.page = answer.body;
    return answer;
  }

  /** Gives the strategy to a sector, so that only the lack of anything that carries it is left. */
  async leadBy(planner: Client, leadSector: string | null): Promise<void> {
    await this.read(planner);
    await planner.patch(`${plan}/strategies/${this.code}`, { leadSector }, ifMatch(this.page));
    await this.read(planner);
  }

  path(rest: string): string {
    return `${plan}/strategies/${this.code}/${rest}`;
  }
}
