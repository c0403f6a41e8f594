import { readFile } from 'node:fs/promises';
import { type PlanView, PlanView as PlanViewSchema } from '#shared';
import { testDatabase } from '../../testing/test-database.js';
import { Change } from '../platform/change.js';
import { systemContext } from '../platform/request-context.js';
import { loadPlan } from './load-plan.js';
import { PlanDocument } from './plan-document.js';
import { PlanQuery } from './plan.query.js';

const file = {
  file: 'gjovik-langtidsplan-2018.json',
  slug: 'langtidsplan-2018',
  horizonOn: '2030-12-31',
  horizonAssumed: true,
};
const ctx = systemContext(new Date(), '2026-11-23');

describe('the plan as it is read', () => {
  let document: PlanDocument;
  let view: PlanView;

  beforeAll(async () => {
    document = PlanDocument.parse(JSON.parse(await readFile('backend/data/gjovik-langtidsplan-2018.json', 'utf8')));
    const { database, dataSource } = await testDatabase();
    await new Change(dataSource).as(ctx, 'plan.loaded', async (tx, { number }) => loadPlan(tx, document, file, number));
    view = await new PlanQuery(database).bySlug(ctx, 'langtidsplan-2018');
  });

  it('is as its contract says', () => {
    expect(PlanViewSchema.safeParse(view).error).toBeUndefined();
  });

  it('has the texts of the document to the letter, in its order', () => {
    const { plan } = document;
    expect(view.title).toBe(plan.title);
    expect(view.foreword.paragraphs).toEqual(plan.foreword!.paragraphs);
    expect(view.vision.slogan).toBe(plan.vision!.slogan);
    expect(view.vision.paragraphs).toEqual(plan.vision!.paragraphs);
    expect(view.developmentGoals.map(({ code, paragraphs }) => [code, ...paragraphs])).toEqual(
      plan.developmentGoals.map(({ code, text }) => [code, text]),
    );
    expect(view.developmentGoalsCommentary).toEqual(plan.developmentGoalsCommentary);

    const priority = view.areas.filter(({ kind }) => kind === 'priority');
    expect(priority.map(({ code, title, desiredDevelopment }) => ({ code, title, desiredDevelopment }))).toEqual(
      plan.priorityAreas.map(({ code, title, desiredDevelopment }) => ({ code, title, desiredDevelopment })),
    );
    expect(priority.map(({ goals }) => goals.map(({ code, paragraphs }) => [code, paragraphs]))).toEqual(
      plan.priorityAreas.map(({ spatialStrategy }) => [
        [spatialStrategy!.mainGoal.code, spatialStrategy!.mainGoal.paragraphs],
        ...spatialStrategy!.subGoals.map(({ code, text }) => [code, [text]]),
      ]),
    );
    expect(
      priority
        .flatMap(({ strategies }) => strategies)
        .map(({ code, title, text, subGoal, measures }) => ({ code, title, text, subGoal, measures })),
    ).toEqual(
      plan.priorityAreas.flatMap(({ spatialStrategy }) =>
        spatialStrategy!.areaStrategies.map(({ code, title, text, subGoal, measures }) => ({
          code,
          title,
          text,
          subGoal: subGoal ?? null,
          measures: measures.map(({ code: measure, index, text: words }) => ({
            code: measure,
            number: index,
            text: words,
          })),
        })),
      ),
    );

    const effort = view.areas.filter(({ kind }) => kind === 'effort');
    expect(
      effort.map(({ code, title, signsOfAchievement, closing, goals }) => ({
        code,
        title,
        signsOfAchievement,
        closing,
        goal: [goals[0]!.code, ...goals[0]!.paragraphs],
      })),
    ).toEqual(
      plan.effortAreas.map(({ code, title, indicatorsOfAchievement, closingText, goal }) => ({
        code,
        title,
        signsOfAchievement: indicatorsOfAchievement,
        closing: closingText,
        goal: [goal.code, goal.text],
      })),
    );
    expect(effort.flatMap(({ strategies }) => strategies).map(({ code, text }) => [code, text])).toEqual(
      plan.effortAreas.flatMap(({ strategies }) => strategies.map(({ code, text }) => [code, text])),
    );
  });

  it('has 5 priority areas, 7 effort areas, 17 area strategies, 54 effort strategies, 68 measures and 5 development goals', () => {
    const strategies = view.areas.flatMap((area) => area.strategies);
    expect([
      view.areas.filter(({ kind }) => kind === 'priority').length,
      view.areas.filter(({ kind }) => kind === 'effort').length,
      strategies.filter(({ kind }) => kind === 'area').length,
      strategies.filter(({ kind }) => kind === 'effort').length,
      strategies.flatMap(({ measures }) => measures).length,
      view.developmentGoals.length,
    ]).toEqual([5, 7, 17, 54, 68, 5]);
  });
});
