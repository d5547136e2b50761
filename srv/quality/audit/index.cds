using from './audit';
using from './access-control';
using from './scope';
using from './naming';
