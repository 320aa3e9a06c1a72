// MSW: mocks of the orders API, in tests and in the browser.
import { http } from 'msw';
import { problem } from './problem.js';

const api = 'https://orders.example';

export const handlers = [
  http.get(`${api}/orders/8`, () =>
    problem('OrderNotFound', { status: 404, code: 'ORDER_NOT_FOUND', message: 'There is no order 8.' }),
  ),
  http.get(`${api}/orders/9`, () =>
    problem('Busy', { status: 503, code: 'BUSY', message: 'Too much to do. Try again later.' }, { 'Retry-After': '0' }),
  ),
  http.get(`${api}/orders/10`, () => new Response('<html>Bad gateway</html>', { status: 502 })),
];
