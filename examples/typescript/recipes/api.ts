// The types of the service's OpenAPI document, as openapi-typescript makes them.

export interface Order {
  number: string;
}

export interface paths {
  '/orders/{number}': {
    parameters: { path: { number: string } };
    get: {
      parameters: { path: { number: string } };
      responses: { 200: { content: { 'application/json': Order } } };
    };
  };
}
