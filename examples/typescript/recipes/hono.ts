// Hono: a server that answers with the errors of the catalog, also where a route is missing
// or something was thrown that nobody expected.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { problem } from './problem.js';

const orders = new Map([['7', { number: '7' }]]);

export const app = new Hono();

app.get('/orders/:number', (c) => {
  const order = orders.get(c.req.param('number'));
  if (!order) {
    const message = `There is no order ${c.req.param('number')}.`;
    throw new HTTPException(404, { res: problem('OrderNotFound', { status: 404, code: 'ORDER_NOT_FOUND', message }) });
  }
  return c.json(order);
});

app.notFound(() => problem('NotFound', { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' }));

app.onError((thrown) => {
  if (thrown instanceof HTTPException) return thrown.getResponse();
  return problem('Internal', { status: 500, code: 'INTERNAL', message: 'Something went wrong.' });
});
