// TanStack Query (the same in React, Vue, Solid and Svelte): what the catalog calls
// retryable is tried again, after the time that the server has asked for.
import { QueryClient } from '@tanstack/query-core';
import { OrdersException, retryAfter } from '../generated/orderserr/errors.js';

declare module '@tanstack/query-core' {
  interface Register {
    defaultError: OrdersException | Error;
  }
}

const most = 3;

export function queries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failed, thrown) => failed < most && thrown instanceof OrdersException && thrown.error.retryable,
        retryDelay: (failed, thrown) => {
          const asked = thrown instanceof OrdersException ? retryAfter(thrown.error) : undefined;
          return asked === undefined ? 1000 * 2 ** failed : 1000 * asked;
        },
      },
    },
  });
}
