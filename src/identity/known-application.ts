/** The application that has an API key; where only the demo application had it, and the workspace leaves that out, the trace says so. */
import type { RegisteredApplication } from '../workspace/applications/applications.ts';
import { demoApplication } from '../workspace/applications/demo.ts';
import { hasExtra, leftOut } from '../workspace/extras.ts';
import type { IdentityCall } from './identity-call.ts';

export function applicationByKey(apiKey: string, call: IdentityCall): RegisteredApplication | undefined {
  const found = call.visit.workspace.applications.byApiKey(apiKey);
  if (apiKey === demoApplication.apiKey && !hasExtra(call.settings, 'demo-application')) call.note(leftOut('demo-application'));
  return found;
}

/** The same, where it may ask at all. */
export function approvedApplication(apiKey: string, call: IdentityCall): RegisteredApplication | undefined {
  const application = applicationByKey(apiKey, call);
  return application?.status === 'revoked' ? undefined : application;
}
