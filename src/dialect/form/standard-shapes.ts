/** Error shapes that standards fix, for responses whose contract gives a media type and no schema. */
import type { SchemaObject } from '../../contract/contract.ts';

const TEXT: SchemaObject = { type: 'string' };

/** https://hl7.org/fhir/R4/operationoutcome.html; what STU3 has of it is the same. */
export const OPERATION_OUTCOME: SchemaObject = {
  type: 'object',
  required: ['resourceType', 'issue'],
  properties: {
    resourceType: { const: 'OperationOutcome' },
    id: TEXT,
    meta: {
      type: 'object',
      properties: { profile: { type: 'array', items: TEXT }, lastUpdated: { type: 'string', format: 'date-time' } },
    },
    issue: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['severity', 'code'],
        properties: {
          severity: { enum: ['fatal', 'error', 'warning', 'information'] },
          code: TEXT,
          diagnostics: TEXT,
          details: {
            type: 'object',
            properties: {
              coding: { type: 'array', items: { type: 'object', properties: { system: TEXT, version: TEXT, code: TEXT, display: TEXT } } },
              text: TEXT,
            },
          },
          expression: { type: 'array', items: TEXT },
        },
      },
    },
  },
};

/** https://jsonapi.org/format/1.1/#error-objects */
export const JSON_API_ERRORS: SchemaObject = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          id: TEXT,
          status: TEXT,
          code: TEXT,
          title: TEXT,
          detail: TEXT,
          source: { type: 'object', properties: { pointer: TEXT, parameter: TEXT, header: TEXT } },
        },
      },
    },
  },
};

/** RFC 9457, with the `errors` of its §3 example. */
export const PROBLEM_DETAILS: SchemaObject = {
  type: 'object',
  properties: {
    title: TEXT,
    status: { type: 'integer' },
    detail: TEXT,
    errors: { type: 'array', items: { type: 'object', properties: { detail: TEXT, pointer: TEXT, parameter: TEXT, header: TEXT } } },
  },
};
