using from './service';
using from './access-control';
