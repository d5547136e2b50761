using from './trends';
using from './access-control';
