// openapi-fetch: a middleware throws the errors of the catalog, so that callers handle the
// data alone, and what an operation can return is in its type.
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { decode, isFrom, OrdersException, type GetOrderError } from '../generated/orderserr/errors.js';
import type { Order, paths } from './api.js';

const errors: Middleware = {
  async onResponse({ response }) {
    const error = await decode(response);
    if (error) throw new OrdersException(error);
  },
};

export function client(baseUrl: string, fetch = globalThis.fetch): Client<paths> {
  const made = createClient<paths>({ baseUrl, fetch });
  made.use(errors);
  return made;
}

/** An order, or what the operation documents. */
export async function getOrder(api: Client<paths>, number: string): Promise<Order | GetOrderError> {
  try {
    const { data } = await api.GET('/orders/{number}', { params: { path: { number } } });
    return data!;
  } catch (thrown) {
    if (thrown instanceof OrdersException && isFrom(thrown.error, 'GetOrder')) return thrown.error;
    throw thrown;
  }
}
