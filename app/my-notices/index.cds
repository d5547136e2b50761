using from '../common/service-levels';
using from './layouts';
