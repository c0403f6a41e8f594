import type { HttpResponse } from '@angular/common/http';

/** Lets the browser save what was fetched, under the name the API gives it. */
export function saveFile(document: Document, { body, headers }: HttpResponse<Blob>, usualName: string): void {
  if (!body) return;
  const name = /filename="?([^";]+)"?/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? usualName;
  const address = URL.createObjectURL(body);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
