// A page that asks for each kind of error and shows what it is.
import { decodeAll, is, type OrdersError } from '../generated/orderserr/errors.js';

/** What the page shows of an error: each branch has the fields of its type. */
function shown(error: OrdersError): string {
  switch (error.name) {
    case 'OutOfStock':
      return `${error.name}: ${error.params?.left} of ${error.params?.item}`;
    case 'Invalid':
    case 'Missing':
      return `${error.name}: ${error.params?.field}`;
    case 'Unlisted':
      return `${error.name}: ${error.code}: ${error.message}`;
    case 'UnexpectedResponse':
      return `${error.name}: ${error.status}`;
    default:
      return is(error, 'NotFound') ? `${error.name}, a NotFound: ${error.message}` : error.name;
  }
}

for (const kind of ['listed', 'parent', 'repeated', 'unlisted', 'unexpected', 'fine']) {
  const errors = await decodeAll(await fetch(`/${kind}`));
  const line = document.createElement('li');
  line.id = kind;
  line.textContent = errors.map(shown).join('; ');
  document.body.append(line);
}
document.body.append(document.createElement('hr')); // the end
