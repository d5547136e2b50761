using from './service';
