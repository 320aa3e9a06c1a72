// axios: an interceptor throws the errors of the catalog in place of AxiosError.
import axios, { type AxiosInstance } from 'axios';
import { decode, OrdersException } from '../generated/orderserr/errors.js';

export function client(baseURL: string): AxiosInstance {
  const made = axios.create({ baseURL });
  made.interceptors.response.use(undefined, (thrown: unknown) => {
    if (!axios.isAxiosError(thrown) || !thrown.response) throw thrown; // no response: the network, a timeout
    const { status, headers, data } = thrown.response;
    const error = decode({ status, headers: new Headers(headers as Record<string, string>), body: data });
    throw error ? new OrdersException(error) : thrown;
  });
  return made;
}
