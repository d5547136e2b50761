using { aftersales.QualityService } from '../service';
using from './trace';

annotate QualityService.PartBatches with {
  part     @mandatory;
  batch    @mandatory;
  supplier @mandatory;
};
