import axe from 'axe-core';

/**
 * The element a person would find by its role and accessible name, as a screen reader says them. Throws with what there
 * is when there is none, or more than one.
 */
export function byRole(role: string, name?: string | RegExp, root: Element = document.body): HTMLElement {
  const found = allByRole(role, name, root);
  if (found.length === 1) return found[0]!;
  throw new Error(
    `${found.length} elements with role ${role} and name ${String(name)}; there are: ${described(role, root)}`,
  );
}

export function allByRole(role: string, name?: string | RegExp, root: Element = document.body): HTMLElement[] {
  return read(root, (elements) =>
    elements.filter((element) => roleOf(element) === role && (name === undefined || matches(nameOf(element), name))),
  );
}

/** The control a label belongs to. */
export function byLabel(label: string | RegExp, root: Element = document.body): HTMLInputElement {
  const controls = read(root, (elements) =>
    elements.filter((element) => element.matches('input, select, textarea') && matches(nameOf(element), label)),
  );
  if (controls.length !== 1) throw new Error(`${controls.length} controls labelled ${String(label)}`);
  return controls[0] as HTMLInputElement;
}

/** Types into a control as a person does, and leaves it. */
export function type(control: HTMLInputElement, text: string): void {
  control.focus();
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new FocusEvent('blur'));
}

/** Text as it is read: white space collapsed. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/[^\S\u00a0]+/g, ' ').trim();
}

/** Text as it is laid out, where what stands apart is apart and what is folded away is left out. */
export function shownText(element: Element | null | undefined): string {
  return ((element as HTMLElement | null | undefined)?.innerText ?? '').replace(/[^\S\u00a0]+/g, ' ').trim();
}

function read(root: Element, choose: (elements: HTMLElement[]) => HTMLElement[]): HTMLElement[] {
  axe.setup(root);
  try {
    return choose([...root.querySelectorAll<HTMLElement>('*')].filter((element) => element.checkVisibility()));
  } finally {
    axe.teardown();
  }
}

function roleOf(element: HTMLElement): string | null {
  // Its own types leave getRole out.
  const aria = axe.commons.aria as unknown as { getRole(element: HTMLElement): string | null };
  return aria.getRole(element);
}

function nameOf(element: HTMLElement): string {
  return axe.commons.text.accessibleText(element);
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

function described(role: string, root: Element): string {
  return read(root, (elements) => elements.filter((element) => roleOf(element) === role))
    .map((element) => textOf(element).slice(0, 60))
    .join(' | ');
}
