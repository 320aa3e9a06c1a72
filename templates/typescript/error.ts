// What errors are for those who handle them.

/** An integer: a number, or the digits of one beyond 2^53, which number does not hold. */
export type Integer = number | `${bigint}`;

/** Any JSON value. A number that number does not hold exactly is its digits, in a string. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What an error was decoded from. */
export interface Received {
  /** 0 or none: read without one. */
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  /** Text as it was received, its bytes, or a JSON value that was parsed already. */
  readonly body?: unknown;
  /** Of the request: a response to HEAD has no body. */
  readonly method?: string | undefined;
}

/** Header lines: those of fetch, or by their names, in any case. */
export type Headers =
  | { forEach(callback: (value: string, name: string) => void): void }
  | { readonly [name: string]: string | number | boolean | readonly string[] | null | undefined };

/** A response of fetch. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { forEach(callback: (value: string, name: string) => void): void };
  readonly bodyUsed: boolean;
  readonly body: { getReader(): BodyReader } | null;
  clone(): FetchResponse;
}

/** What reads a body piece by piece. */
export interface BodyReader {
  read(): Promise<{ readonly value?: ArrayBufferView | undefined }>;
  cancel(): Promise<unknown>;
}

/** A response as it was read. */
export interface ResponseInfo {
  /** 0: none. */
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: { readonly [name: string]: readonly string[] };
  readonly body: string;
}

/** What all errors have. */
export interface ErrorObject {
  readonly name: string;
  /** The status that the catalog says, else the one that was received; 0: none. */
  readonly status: number;
  readonly code: string | undefined;
  readonly params?: unknown;
  /** What it says: as received, else the catalog's words. */
  readonly message: string;
  /** Whether the request may be tried again. */
  readonly retryable: boolean;
  /** What its reader can do. */
  readonly remedy: string | undefined;
  /** The address of its documentation. */
  readonly docs: string | undefined;
  /** The errors that stand within it. */
  readonly within: readonly ErrorObject[];
  /** What it was decoded from; undefined for one within another. */
  readonly response: ResponseInfo | undefined;
  /** Why the response could not be read to its end. */
  readonly cause?: unknown;
}

/** An error of the catalog. */
export interface Listed<Name extends string, Status extends number, Code extends string | undefined, Params, Retryable extends boolean = false, Within extends ErrorObject = never>
  extends ErrorObject {
  readonly name: Name;
  readonly status: Status;
  readonly code: Code;
  readonly params: Params;
  readonly retryable: Retryable;
  readonly within: readonly Within[];
}

/** The params of an error that has none. */
export type NoParams = { readonly [name: string]: never };

/** An error in the API's own format that the catalog does not list. */
export interface Unlisted<Within extends ErrorObject = never> extends ErrorObject {
  readonly name: 'Unlisted';
  /** As received. */
  readonly code: string | undefined;
  /** The texts that came with it, by the names of their fields. */
  readonly texts: { readonly [name: string]: string };
  readonly within: readonly Within[];
}

/** A response that is not in the API's format, such as a proxy's page. */
export interface UnexpectedResponse extends ErrorObject {
  readonly name: 'UnexpectedResponse';
  readonly code: undefined;
  readonly within: readonly never[];
}

/** An error object as it is thrown. */
export class Exception<E extends ErrorObject> extends Error {
  readonly error: E;

  constructor(error: E) {
    super(error.message, error.cause === undefined ? undefined : { cause: error.cause });
    this.error = error;
    this.name = error.name;
  }
}
