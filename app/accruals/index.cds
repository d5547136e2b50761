using from '../common/finance';
using from './layouts';
using from './object-page';
