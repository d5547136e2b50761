using from './analytics';
