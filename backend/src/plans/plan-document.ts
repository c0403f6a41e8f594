import * as z from 'zod';

const text = z.string().min(1);
const paragraphs = z.array(text);
const measure = z.object({ code: text, index: z.int().positive(), text });

/** A municipal plan's societal part as a data file. Nothing in it is one municipality's alone. */
export const PlanDocument = z.object({
  plan: z.object({
    id: text,
    title: text,
    planType: text.default('kommuneplanens samfunnsdel'),
    language: text.default('nb'),
    adoptedOn: z.iso.date(),
    adoptedBy: text,
    source: z.object({ description: text, secondSource: text.optional() }),
    foreword: z.object({ paragraphs, signature: text.optional() }).optional(),
    vision: z.object({ slogan: text.nullable(), sloganSource: text.optional(), paragraphs }).optional(),
    developmentGoalsIntro: text.optional(),
    developmentGoals: z.array(z.object({ code: text, number: z.int(), text })),
    developmentGoalsCommentary: z.array(z.object({ goals: z.array(z.int()), text })).default([]),
    priorityAreas: z.array(
      z.object({
        code: text,
        title: text,
        titleSource: text,
        desiredDevelopment: paragraphs,
        spatialStrategy: z
          .object({
            mainGoal: z.object({ code: text, paragraphs }),
            subGoals: z.array(z.object({ code: text, number: z.int(), text })),
            areaStrategies: z.array(
              z.object({
                code: text,
                number: z.int(),
                title: text,
                text,
                subGoal: text.optional(),
                measures: z.array(measure).default([]),
              }),
            ),
          })
          .optional(),
      }),
    ),
    effortAreas: z.array(
      z.object({
        code: text,
        title: text,
        titleSource: text,
        titlePage: z.object({ slogan: text.optional() }).optional(),
        relatedPriorityArea: text.nullish(),
        goal: z.object({ code: text, text }),
        indicatorsOfAchievement: paragraphs,
        strategies: z.array(z.object({ code: text, number: z.int(), text, measures: z.array(measure).default([]) })),
        closingText: paragraphs.default([]),
      }),
    ),
  }),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

/** What stands before and beside the strategies, word for word. */
export interface FrontMatter {
  source: string;
  foreword: { paragraphs: string[]; signature: string | null };
  vision: { slogan: string | null; sloganSource: string | null; paragraphs: string[] };
  developmentGoalsIntro: string | null;
  developmentGoalsCommentary: { goals: number[]; text: string }[];
}

/** Which plan files a new installation begins with, and what the files do not say. */
export const PlanFiles = z.array(
  z.strictObject({
    file: z.string().regex(/^[\w.-]+\.json$/),
    slug: z.string(),
    horizonOn: z.iso.date(),
    horizonAssumed: z.boolean(),
  }),
);
export type PlanFile = z.infer<typeof PlanFiles>[number];
