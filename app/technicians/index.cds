using from '../common/dispatch';
using from './layouts';
using from './object-page';
using from './tables';
using from './describing';
using from './value-helps';
