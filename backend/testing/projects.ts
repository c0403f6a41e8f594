import type { PersonList, ProjectView, RegisterProjectInput } from '#shared';
import type { Answer, Client } from './test-application.js';

/** Registers a project in the sector of most demonstration accounts; what is not said is as plain as can be. */
export async function registerProject(
  client: Client,
  fields: Partial<RegisterProjectInput> = {},
): Promise<ProjectView> {
  const answer = await client.post<ProjectView>('/api/projects', {
    name: 'Ny sentrumsadkomst',
    sector: 'samfunnsutvikling',
    phase: 'planlegging',
    ...fields,
  });
  if (answer.status !== 201) throw new Error(`not registered: ${answer.text}`);
  return answer.body;
}

/** The header that says which version of a project the writer has seen. */
export const ifMatch = ({ version }: { version: number }): { 'if-match': string } => ({ 'if-match': `"v${version}"` });

/** Status and code of a refusal, and its fields as `path: code`. */
export function refusal({ status, problem }: Answer): [number, string, ...string[]] {
  return [status, problem.code, ...(problem.fields ?? []).map(({ path, code }) => `${path}: ${code}`)];
}

/** The id of a person by name. */
export async function idOf(client: Client, name: string): Promise<string> {
  const { body } = await client.get<PersonList>(`/api/people?q=${encodeURIComponent(name)}`);
  const person = body.items.find((candidate) => candidate.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person.id;
}
