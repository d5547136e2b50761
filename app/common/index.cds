using from './labels';
using from './texts';
using from './technical-fields';
using from './personal-data';
using from './value-helps';
