import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Goal } from './goal.entity.js';
import { Measure } from './measure.entity.js';
import { PlanArea } from './plan-area.entity.js';
import type { PlanDocument, PlanFile } from './plan-document.js';
import { Plan } from './plan.entity.js';
import { Strategy } from './strategy.entity.js';

type Written = {
  code: string;
  number: number;
  title?: string;
  text: string;
  subGoal?: string | undefined;
  measures: { code: string; index: number; text: string }[];
};

/** Stores a plan as its document has it, codes and texts to the letter. @param change number of the current change */
export async function loadPlan(
  tx: EntityManager,
  { plan: document }: PlanDocument,
  file: PlanFile,
  change: number,
): Promise<void> {
  const plan = tx.create(Plan, {
    id: randomUUID(),
    slug: file.slug,
    title: document.title,
    kind: document.planType,
    language: document.language,
    status: 'adopted',
    adoptedOn: document.adoptedOn,
    adoptedBy: document.adoptedBy,
    caseNumber: null,
    horizonOn: file.horizonOn,
    horizonAssumed: file.horizonAssumed,
    partOfId: null,
    frontMatter: {
      source: document.source.description,
      foreword: { paragraphs: document.foreword?.paragraphs ?? [], signature: document.foreword?.signature ?? null },
      vision: {
        slogan: document.vision?.slogan ?? null,
        sloganSource: document.vision?.sloganSource ?? null,
        paragraphs: document.vision?.paragraphs ?? [],
      },
      developmentGoalsIntro: document.developmentGoalsIntro ?? null,
      developmentGoalsCommentary: document.developmentGoalsCommentary,
    },
    version: change,
  });
  const areas: PlanArea[] = [];
  const goals: Goal[] = document.developmentGoals.map((goal) =>
    goalOf(null, 'development', goal.code, goal.number, [goal.text]),
  );
  const strategies: Strategy[] = [];
  const measures: Measure[] = [];

  function goalOf(
    area: PlanArea | null,
    kind: Goal['kind'],
    code: string,
    number: number | null,
    paragraphs: string[],
  ): Goal {
    return tx.create(Goal, {
      id: randomUUID(),
      planId: plan.id,
      planAreaId: area?.id ?? null,
      kind,
      code,
      number,
      paragraphs,
    });
  }
  function areaOf(fields: Omit<PlanArea, 'id' | 'planId' | 'position'>): PlanArea {
    const area = tx.create(PlanArea, { id: randomUUID(), planId: plan.id, position: areas.length, ...fields });
    areas.push(area);
    return area;
  }
  function addStrategy(area: PlanArea, kind: Strategy['kind'], written: Written): void {
    const strategy = tx.create(Strategy, {
      id: randomUUID(),
      planId: plan.id,
      planAreaId: area.id,
      kind,
      code: written.code,
      number: written.number,
      title: written.title ?? written.text,
      text: written.text,
      subGoalCode: written.subGoal ?? null,
      leadSectorId: null,
      responsibleRole: null,
      addedOn: null,
      continued: false,
      startYear: null,
      startYearDecidedOn: null,
      startYearCaseNumber: null,
      completedOn: null,
      completedCaseNumber: null,
      position: strategies.length,
      version: change,
    });
    strategies.push(strategy);
    for (const { code, index, text } of written.measures) {
      measures.push(tx.create(Measure, { id: randomUUID(), strategyId: strategy.id, code, number: index, text }));
    }
  }

  for (const { code, title, titleSource, desiredDevelopment, spatialStrategy } of document.priorityAreas) {
    const area = areaOf({
      kind: 'priority',
      code,
      title,
      titleSource,
      slogan: null,
      relatedPriorityArea: null,
      paragraphs: desiredDevelopment,
      closing: [],
    });
    if (!spatialStrategy) continue;
    goals.push(goalOf(area, 'main', spatialStrategy.mainGoal.code, null, spatialStrategy.mainGoal.paragraphs));
    for (const goal of spatialStrategy.subGoals) goals.push(goalOf(area, 'sub', goal.code, goal.number, [goal.text]));
    for (const strategy of spatialStrategy.areaStrategies) addStrategy(area, 'area', strategy);
  }
  for (const effort of document.effortAreas) {
    const area = areaOf({
      kind: 'effort',
      code: effort.code,
      title: effort.title,
      titleSource: effort.titleSource,
      slogan: effort.titlePage?.slogan ?? null,
      relatedPriorityArea: effort.relatedPriorityArea ?? null,
      paragraphs: effort.indicatorsOfAchievement,
      closing: effort.closingText,
    });
    goals.push(goalOf(area, 'effort', effort.goal.code, null, [effort.goal.text]));
    for (const strategy of effort.strategies) addStrategy(area, 'effort', strategy);
  }

  await tx.insert(Plan, plan);
  await tx.insert(PlanArea, areas);
  await tx.insert(Goal, goals);
  await tx.insert(Strategy, strategies);
  await tx.insert(Measure, measures);
}
