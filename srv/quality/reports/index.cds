using from './reports';
using from './access-control';
