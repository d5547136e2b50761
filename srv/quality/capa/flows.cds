using { aftersales.QualityService } from '../service';
using from './service';

// Initiated → Contained → RiskAssessed → RootCauseFound → Planned → Verified → Implemented → EffectivenessCheck → Closed.
// A check that was not passed leads back to RiskAssessed, in the next cycle.
annotate QualityService.CapaCases with @flow.status: phase actions {
  contain                 @from: #Initiated           @to: #Contained;
  assessRisk              @from: #Contained           @to: #RiskAssessed;
  confirmRootCause        @from: #RiskAssessed        @to: #RootCauseFound;
  plan                    @from: #RootCauseFound      @to: #Planned;
  verify                  @from: #Planned             @to: #Verified;
  implement               @from: #Verified            @to: #Implemented;
  startEffectivenessCheck @from: #Implemented         @to: #EffectivenessCheck;
  verifyEffectiveness     @from: #EffectivenessCheck  @to: #Closed  @aftersales.otherwise: #RiskAssessed;
  cancelCase              @from: [#Initiated, #Contained, #RiskAssessed, #RootCauseFound, #Planned, #Verified] @to: #Cancelled;
};

annotate QualityService.CapaActions with @flow.status: status actions {
  release        @from: #TSOS  @to: #TSRL;
  complete       @from: #TSRL  @to: #TSCO;
  confirmSuccess @from: #TSCO  @to: #TSSC;
};

annotate QualityService.CapaExtensions with @flow.status: state actions {
  approve @from: #Requested @to: #Approved;
  decline @from: #Requested @to: #Declined;
};
