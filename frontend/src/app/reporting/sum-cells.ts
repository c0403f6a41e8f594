import { Component, input } from '@angular/core';
import type { MoneySum } from '#shared';
import { TranslatePipe } from '../platform/language/translate.pipe';
import { AmountPipe } from '../ui/amount.pipe';

/** A line of sums under the table of projects: how many they are, and each column added in whole øre. */
@Component({
  selector: 'tr[appSumCells]',
  imports: [AmountPipe, TranslatePipe],
  template: `
    <th scope="row" colspan="2">{{ label() }} ({{ 'reporting.money.projects' | t: { count: sum().projects } }})</th>
    <td class="number">{{ sum().approvedFrameOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().accountsEarlierOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().originalBudgetOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().revisedBudgetOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().accountsThisYearOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().deviationThisYearOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().accountsToDateOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().finalForecastOre | amount: 'thousands' }}</td>
    <td class="number">{{ sum().deviationOre | amount: 'thousands' }}</td>
    <td colspan="2"></td>
  `,
})
export class SumCells {
  readonly label = input.required<string>();
  readonly sum = input.required<MoneySum>();
}
