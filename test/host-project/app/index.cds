// All of after-sales service, then what this company adds to it, and its own pages.
using from 'cap-after-sales';
using from './extensions';
using from './wards/layouts';
