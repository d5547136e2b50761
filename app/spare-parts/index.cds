using from '../common/spare-parts';
using from './layouts';
using from './object-page';
using from './tables';
using from './actions';
using from './documents';
