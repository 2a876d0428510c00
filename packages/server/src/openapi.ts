import type { EndpointShape } from '@mingji/contract';
import * as contract from '@mingji/contract';
import type { z } from 'zod';
import { OpenApiComponents } from './openapi-components.ts';

/** Every endpoint of the contract, found by its shape in the feature namespaces. */
export function allEndpoints(): EndpointShape[] {
  const found: EndpointShape[] = [];
  for (const feature of Object.values(contract)) {
    if (typeof feature !== 'object' || feature === null) continue;
    for (const value of Object.values(feature)) if (isEndpoint(value)) found.push(value);
  }
  // By address: the order of a module's exports differs between runtimes.
  return found.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf(endpoint: EndpointShape): string {
  return `${endpoint.path} ${endpoint.method}`;
}

function isEndpoint(value: unknown): value is EndpointShape {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'gate' in value
  );
}

/** OpenAPI 3.1, made from the same schemas that validate (X8). */
export function openApiDocument(): object {
  const components = new OpenApiComponents();
  const error = components.schemaOf(contract.errorBody, 'output');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of allEndpoints()) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '明绩 API',
      version: '1',
      description: '公安机关绩效考核平台。十进制数以字符串传递；除登录外均须会话。',
    },
    paths,
    components: {
      schemas: { ...components.used(), Error: error },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mingji_session' } },
    },
  };
}

function operationOf(endpoint: EndpointShape, components: OpenApiComponents): object {
  const success = endpoint.download
    ? {
        description: '文件',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      }
    : {
        description: '成功',
        ...(endpoint.response ? jsonContent(components.schemaOf(endpoint.response, 'output')) : {}),
      };
  return {
    summary: endpoint.summary,
    tags: [endpoint.tag],
    'x-gate': endpoint.gate,
    ...(endpoint.gate === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...parametersOf(endpoint.params, 'path', components),
      ...parametersOf(endpoint.query, 'query', components),
    ],
    ...(endpoint.body
      ? { requestBody: { required: true, ...jsonContent(components.schemaOf(endpoint.body, 'input')) } }
      : {}),
    ...(endpoint.upload ? { requestBody: uploadBody } : {}),
    responses: {
      200: success,
      default: { description: '拒绝', ...jsonContent({ $ref: '#/components/schemas/Error' }) },
    },
  };
}

const uploadBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'string', format: 'binary' } },
        required: ['file'],
      },
    },
  },
};

function jsonContent(schema: object) {
  return { content: { 'application/json': { schema } } };
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  components: OpenApiComponents,
): object[] {
  if (!schema) return [];
  return components.membersOf(schema).map((member) => ({
    name: member.name,
    in: place,
    required: place === 'path' || member.required,
    schema: member.schema,
  }));
}
