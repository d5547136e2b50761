using from '../common/service-levels';
using from './layouts';
using from './object-page';
