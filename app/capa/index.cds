using from '../common/quality';
using from './layouts';
using from './object-page';
using from './tables';
using from './actions';
using from './value-helps';
using from './field-control';
