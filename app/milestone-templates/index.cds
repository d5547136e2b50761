using from './layouts';
using from './object-page';
using from './value-helps';
