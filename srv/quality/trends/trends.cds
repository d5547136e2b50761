using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

namespace aftersales;

// Whether something fails more often than it used to.
extend service QualityService with {

  @readonly
  entity TrendSeries  as projection on db.TrendSeries excluding { historyKey };

  @readonly
  entity TrendPoints  as projection on db.TrendPoints;

  @readonly
  entity TrendSignals as projection on db.TrendSignals actions {
    /** Makes a CAPA case of it, with the notifications behind it; answers the case. */
    action accept(title : String(80)) returns QualityService.CapaCases;
    /** Nothing is done about it, for a reason; what was seen belongs to the series' past from then on. */
    action dismiss(reason : String(1000) not null) returns QualityService.TrendSignals;
  };

  /** Counts anew, in the background; answers how many series there were before. */
  action recalculateTrends() returns Integer;
}
