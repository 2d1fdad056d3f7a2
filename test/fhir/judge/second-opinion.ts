/** The npm package `fhir`, the one JavaScript judge of required bindings and reference targets. Slow, so for samples. */
import { Fhir } from 'fhir/fhir.js';
import { resourcesIn, type Resource } from './resource.ts';

const fhir = new Fhir();

/** It wants a choice element that R4 does not require. */
const muted = /MedicationRequest\.substitution\.allowed/;

export function secondOpinion(resource: Resource): string[] {
  return [...resourcesIn(resource)].flatMap(({ resource: one, path }) =>
    fhir
      .validate({ ...one }, { skipCodeValidation: false })
      .messages.filter(({ severity, message, location }) => isFault(String(severity)) && !muted.test(`${location} ${message}`))
      .map(({ message, location }) => `${path} ${location ?? ''} ${message ?? ''}`),
  );
}

function isFault(severity: string): boolean {
  return severity === 'error' || severity === 'fatal';
}
