// Hono: a server that answers with the errors of the catalog, also where a route is missing
// or something was thrown that nobody expected.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { answer } from './answer.js';

const orders = new Map([['7', { number: '7' }]]);

export const app = new Hono();

app.get('/orders/:number', (c) => {
  const order = orders.get(c.req.param('number'));
  if (!order) {
    throw new HTTPException(404, { res: answer({ name: 'OrderNotFound', params: { order: c.req.param('number') } }) });
  }
  return c.json(order);
});

app.notFound(() => answer({ name: 'NotFound' }));

app.onError((thrown) => {
  if (thrown instanceof HTTPException) return thrown.getResponse();
  return answer({ name: 'Internal' });
});
