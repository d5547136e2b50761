using { aftersales as db } from '../../db';
using { aftersales.ServiceLevelService } from './warnings';

// Whether somebody can be asked at any time: what is wrong with the rota in the days to come.
extend service ServiceLevelService with {

  type RotaFinding {
    /** `gap`: nobody would be asked; `overlap`: of the shifts for the same sites only the one that begins last is. */
    kind        : String(10) enum { gap; overlap; };
    /** Whose sites: of a region, a time zone, or all. */
    region_code : db.Regions:code;
    timeZone    : String(40);
    teams       : many String(80);
    startsAt    : Timestamp;
    endsAt      : Timestamp;
  }

  function checkRota(days : Integer) returns many RotaFinding;
}

annotate ServiceLevelService.checkRota with @(requires: ['ServiceAgent', 'Dispatcher', 'Auditor', 'Admin']);
