namespace aftersales;

using { cuid, managed, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as parts } from './spare-parts';
using { aftersales as capa } from './capa';

/** What is counted: notifications by model, part, supplier and site, failures by functional location. */
entity TrendDimensions : CodeList {
  key code     : String(20);
      position : Integer;
}

entity TrendSignalStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** Whether a series is watched, and if not, why. */
entity TrendSeriesStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** What is known of a model, part, supplier, site or functional location by its weekly counts. Kept by the nightly round. */
entity TrendSeries {
  key dimension    : Association to TrendDimensions;
  key value        : String(80);
      /** The value in words: name of a part, of a site. */
      title        : types.Name;
      part         : Association to master.Products;
      state        : Association to TrendSeriesStates;
      /** Monday of the last whole week. */
      week         : Date;
      /** In the last whole week, and in the last 52. */
      count        : Integer;
      yearCount    : Integer;
      /** Pieces that could fail; 1 where nobody knows. */
      exposure     : Decimal(13, 3);
      /** What the series' own past lets expect of the last week. */
      expected     : Decimal(13, 4);
      /** Variance to mean: 1 where events come singly and by chance, more where they come in clusters. */
      dispersion   : Decimal(13, 4);
      statistic    : Decimal(13, 4);
      threshold    : Decimal(13, 4);
      lastSignal   : Association to TrendSignals;
      /** Of what it was calculated: a series without news is left as it is. */
      historyKey   : String(64);
      calculatedAt : Timestamp;
      points       : Association to many TrendPoints on points.dimension = $self.dimension and points.value = $self.value;
}

/** A series that left its own control limits. It proposes; a person decides. */
entity TrendSignals : cuid, managed {
  number     : String(12);
  dimension  : Association to TrendDimensions not null;
  value      : String(80) not null;
  title      : types.Name;
  /** u-chart or CUSUM. */
  method     : String(10);
  /** Monday of the week in which the limit was passed, and of the one from which the sum has grown. */
  week       : Date;
  sinceWeek  : Date;
  /** Seen and expected from then until the limit was passed. */
  count      : Integer;
  expected   : Decimal(13, 4);
  /** Of the cumulative sum, where it is that signalled. */
  limit      : Decimal(13, 4);
  statistic  : Decimal(13, 4);
  state      : Association to TrendSignalStates not null default 'New';
  capa       : Association to capa.CapaCases;
  decidedBy  : types.UserId;
  decidedAt  : Timestamp;
  reason     : types.Text;
  series     : Association to TrendSeries on series.dimension = $self.dimension and series.value = $self.value;
  points     : Association to many TrendPoints on points.dimension = $self.dimension and points.value = $self.value;
}

/** Weekly counts with their limits, as drawn. */
entity TrendPoints {
  key dimension : Association to TrendDimensions;
  key value     : String(80);
  key week      : Date;
      count     : Integer;
      exposure  : Decimal(13, 3);
      /** Events to a piece of exposure, what is expected of it, and its limit on the u-chart. */
      rate      : Decimal(17, 8);
      center    : Decimal(17, 8);
      upper     : Decimal(17, 8);
      /** The cumulative sum, a logarithm of likelihoods, and where it signals. */
      statistic : Decimal(13, 4);
      threshold : Decimal(13, 4);
      isSignal  : Boolean default false;
}

/** How it is known who delivered a batch: goods receipt, return to the supplier, the only supplier of the part, a person. */
entity BatchSources : CodeList {
  key code : String(15);
}

/** A batch of a part and who delivered it. */
entity PartBatches : managed {
  key part             : Association to master.Products;
  key batch            : parts.Batch;
      supplier         : String(10);
      supplierBatch    : String(20);
      receivedOn       : Date;
      manufacturedOn   : Date;
      expiresOn        : Date;
      materialDocument : String(30);
      source           : Association to BatchSources;
}
