// What the types of generated modules admit and refuse. It is compiled, and never run.
import { decode, decodeAll, is, isFrom, ShopException } from './generated/shoperr/errors.js';
import type { CreateOrderError, GetOrderError, Integer, InUse, NoOrder, ShopError, Unlisted } from './generated/shoperr/errors.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = <_ extends true>(): void => undefined;

// A switch over an operation's errors is exhaustive.
export function said(error: GetOrderError): string {
  switch (error.name) {
    case 'NoToken':
      return `${error.code satisfies 'NO_TOKEN'} ${error.status satisfies 401} ${error.closeCode satisfies 1008}`;
    case 'NoOrder':
      return error.params?.order ?? 'none';
    case 'Broken':
      return error.message;
    case 'Unlisted':
      return Object.values(error.texts).join();
    case 'UnexpectedResponse':
      return String(error.status);
  }
}

// One that lacks an error is not.
export function lacking(error: GetOrderError): string {
  switch (error.name) {
    case 'NoToken':
    case 'Broken':
    case 'Unlisted':
    case 'UnexpectedResponse':
      return '';
    default:
      // @ts-expect-error: NoOrder is left
      return error satisfies never;
  }
}

// An operation's union rejects a foreign entry, and takes its own.
declare const inUse: InUse;
declare const noOrder: NoOrder;
// @ts-expect-error
export const foreign: GetOrderError = inUse;
export const own: GetOrderError = noOrder;
export const any: ShopError = inUse;

// Params are typed, and may not have been told.
// @ts-expect-error
export const untold: string = noOrder.params.order;
export const told: string | undefined = noOrder.params?.order;
declare const rejected: CreateOrderError;
if (rejected.name === 'TooLong') yes<Equal<NonNullable<typeof rejected.params>['max'], Integer>>();
if (rejected.name === 'TooMany') {
  yes<Equal<typeof rejected.retryable, true>>();
  yes<Equal<NonNullable<typeof rejected.params>, { readonly wait?: number; readonly limit: Integer }>>();
}
// @ts-expect-error: there is no such name
export const isWrong = rejected.name === 'TooMuch';

// is narrows to an entry and its kinds.
declare const error: ShopError | undefined;
if (is(error, 'Declined')) {
  yes<Equal<typeof error.name, 'Declined' | 'NotEnough'>>();
  yes<Equal<typeof error.status, 402>>();
}
if (is(error, 'Unlisted')) yes<Equal<typeof error, Unlisted>>();
// @ts-expect-error
is(error, 'Nothing');

// isFrom narrows to what an operation can return.
if (isFrom(error, 'getOrder')) yes<Equal<typeof error, GetOrderError>>();
// @ts-expect-error
isFrom(error, 'noOperation');

// A response of fetch is read later, another one at once.
export const later: Promise<ShopError | undefined> = decode({} as Response);
export const now: ShopError | undefined = decode({ status: 404, headers: { 'content-type': 'application/json' }, body: '{}' });
export const all: readonly ShopError[] = decodeAll({ status: 404 });
export const thrown: Error & { error: ShopError } = new ShopException(inUse);
// @ts-expect-error: what is decoded cannot be changed
inUse.status = 400;
