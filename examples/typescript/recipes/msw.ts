// MSW: mocks of the orders API, in tests and in the browser.
import { http } from 'msw';
import { answer } from './answer.js';

const api = 'https://orders.example';

export const handlers = [
  http.get(`${api}/orders/8`, () => answer({ name: 'OrderNotFound', params: { order: '8' } })),
  http.get(`${api}/orders/9`, () => answer({ name: 'Busy', status: 503, params: { wait: 0 } })),
  http.get(`${api}/orders/10`, () => new Response('<html>Bad gateway</html>', { status: 502 })),
];
