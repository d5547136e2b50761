using from './layouts';
using from './object-page';
