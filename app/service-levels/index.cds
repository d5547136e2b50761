using from '../common/service-levels';
using from './layouts';
using from './capabilities';
using from './value-helps';
using from './warnings';
