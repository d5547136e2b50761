using from '../common/host-erp';
using from './layouts';
using from './object-page';
using from './actions';
using from './capabilities';
