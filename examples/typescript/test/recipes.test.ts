// Runs the recipes against each other: clients against mocks, and against the server.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { decode, is, OrdersException } from '../generated/orderserr/errors.js';
import * as axios from '../recipes/axios.js';
import { app } from '../recipes/hono.js';
import { handlers } from '../recipes/msw.js';
import { answer } from '../recipes/answer.js';
import * as openapi from '../recipes/openapi-fetch.js';
import { queries } from '../recipes/query.js';

const api = 'https://orders.example';
const server = setupServer(...handlers);
before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

test('openapi-fetch returns what the operation documents', async () => {
  const client = openapi.client(api);
  const error = await openapi.getOrder(client, '8');
  assert.ok('name' in error && error.name === 'OrderNotFound');
  assert.equal(error.params?.order, '8');
  assert.ok(is(error, 'NotFound'), 'it is a kind of NotFound');

  server.use(http.get(`${api}/orders/7`, () => HttpResponse.json({ number: '7' })));
  assert.deepEqual(await openapi.getOrder(client, '7'), { number: '7' });

  const unexpected = await openapi.getOrder(client, '10');
  assert.ok('name' in unexpected && unexpected.name === 'UnexpectedResponse');
  assert.equal(unexpected.status, 502);
});

test('axios throws the errors of the catalog', async () => {
  const client = axios.client(api);
  await assert.rejects(client.get('/orders/8'), (thrown) => {
    assert.ok(thrown instanceof OrdersException);
    assert.ok(is(thrown.error, 'OrderNotFound'));
    assert.equal(thrown.error.params?.order, '8');
    return true;
  });
  server.use(http.get(`${api}/orders/8`, () => HttpResponse.error()));
  await assert.rejects(client.get('/orders/8'), (thrown) => !(thrown instanceof OrdersException));
});

test('TanStack Query tries again what is retryable, and nothing else', async () => {
  const client = queries();
  let asked = 0;
  const ask = (number: string) =>
    client.fetchQuery({
      queryKey: ['order', number],
      queryFn: async () => {
        asked++;
        const response = await fetch(`${api}/orders/${number}`);
        const error = await decode(response);
        if (error) throw new OrdersException(error);
        return response.json();
      },
    });
  await assert.rejects(ask('9'), (thrown) => thrown instanceof OrdersException && thrown.error.name === 'Busy');
  assert.equal(asked, 4);
  asked = 0;
  await assert.rejects(ask('8'), (thrown) => thrown instanceof OrdersException && thrown.error.name === 'OrderNotFound');
  assert.equal(asked, 1);
});

app.get('/broken', () => {
  throw new Error('not for everybody');
});

test('Hono answers with the errors of the catalog', async () => {
  // @ts-expect-error: the catalog has another param of it
  answer({ name: 'OrderNotFound', params: { number: '8' } });
  const missing = await decode(await app.request('/orders/8'));
  assert.ok(is(missing, 'OrderNotFound'));
  assert.equal(missing.params?.order, '8');
  assert.equal((await decode(await app.request('/elsewhere')))?.name, 'NotFound');
  assert.equal(await decode(await app.request('/orders/7')), undefined);
  const response = await app.request('/broken');
  const broken = await decode(response);
  assert.equal(broken?.name, 'Internal');
  assert.doesNotMatch(await response.text(), /everybody/);
});

test('a body without end is read to a limit, and can still be read', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1 << 16;
      controller.enqueue(new Uint8Array(1 << 16).fill(97));
    },
  });
  const response = new Response(endless, { status: 502 });
  const error = await decode(response);
  assert.equal(error?.name, 'UnexpectedResponse');
  assert.equal(error.response?.body.length, 1 << 20);
  assert.ok(sent < 1 << 21, `${sent} bytes are asked for`);
  const first = await response.body?.getReader().read();
  assert.equal(first?.value?.length, 1 << 16);
});

test('a body that breaks off is read as far as it goes', async () => {
  let sent = false;
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) throw new Error('reset');
      sent = true;
      controller.enqueue(new TextEncoder().encode('{"code": "ORDER_'));
    },
  });
  const error = await decode(new Response(broken, { status: 404 }));
  assert.equal(error?.name, 'UnexpectedResponse');
  assert.equal(error.response?.body, '{"code": "ORDER_');
  assert.equal((error.cause as Error).message, 'reset');
});
