using from './layouts';
using from './capabilities';
using from './value-helps';
using from './warnings';
