// A response with an error of the orders API, for servers and mocks. Names and params that
// the catalog does not have are refused by the compiler.
import { mock, type Mocked } from '../generated/orderserr/mocks.js';

export function answer(error: Mocked): Response {
  const { status, headers, body } = mock(error);
  return new Response(body, { status, headers });
}
