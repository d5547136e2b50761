using from '../common/work-orders';
using from './layouts';
using from './object-page';
using from './tables';
using from './actions';
using from './field-control';
using from './capabilities';
using from './side-effects';
