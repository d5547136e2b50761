using from '../common/finance';
using from './layouts';
