using from './service';
using from './flows';
using from './constraints';
using from './access-control';
using from './signed-form';
