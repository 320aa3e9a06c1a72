// What the orders API answers, for servers and mocks: an error of the catalog in its
// envelope. A status or a code that the catalog does not have for the error is refused by
// the compiler.
import type { OrdersError } from '../generated/orderserr/errors.js';

type Named<Name> = Extract<OrdersError, { name: Name }>;

export function problem<Name extends OrdersError['name']>(
  _name: Name,
  is: Pick<Named<Name>, 'status' | 'code' | 'message'>,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ code: is.code, message: is.message }, { status: is.status, headers });
}
