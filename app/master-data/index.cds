using from '../common/master-data';
using from './layouts';
using from './object-page';
using from './actions';
using from './capabilities';
