using from '../common/spare-parts';
using from './layouts';
using from './object-page';
