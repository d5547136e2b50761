using from './host';
using from './access-control';
