using from '../http/floor';
