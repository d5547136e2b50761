using from './signatures';
using from './access-control';
using from './signed-form';
