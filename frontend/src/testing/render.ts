import { ApplicationInitStatus, inputBinding, outputBinding, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

/** Renders a component with its inputs, once the texts are there. */
export async function render<T>(
  component: Type<T>,
  inputs: Record<string, unknown> = {},
  outputs: Record<string, (event: never) => void> = {},
): Promise<ComponentFixture<T>> {
  await TestBed.inject(ApplicationInitStatus).donePromise;
  const fixture = TestBed.createComponent(component, {
    bindings: [
      ...Object.entries(inputs).map(([name, value]) => inputBinding(name, () => value)),
      ...Object.entries(outputs).map(([name, handle]) => outputBinding(name, handle)),
    ],
  });
  await fixture.whenStable();
  return fixture;
}
