using from './layouts';
