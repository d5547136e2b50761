using from './labels';
using from './texts';
using from './technical-fields';
using from './value-helps';
