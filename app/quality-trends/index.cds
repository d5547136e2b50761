using from '../common/quality';
using from './layouts';
using from './object-pages';
