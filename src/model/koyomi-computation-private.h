#pragma once

#include "koyomi-computation.h"

G_BEGIN_DECLS

/* A figure while it is made. */
typedef struct
{
  const KoyomiMetricFacts  *facts;
  const KoyomiMetricPeriod *period;
  guint32                   end;       /* of the period; what comes later is not known */
  gint64                    from;      /* the same in time: from on, and before to */
  gint64                    to;
  KoyomiMetricFigure       *figure;
  double                    sum;
  guint                     n_counted;
  guint                     n;
} KoyomiTally;

void      _koyomi_tally_add          (KoyomiTally   *self,
                                      KoyomiTableId  table,
                                      gint64         id,
                                      gboolean       counts,
                                      double         amount);
gboolean  _koyomi_tally_has_day      (KoyomiTally   *self,
                                      guint32        day);
gboolean  _koyomi_tally_has_time     (KoyomiTally   *self,
                                      gint64         time);

/* Each goes through what its formula looks at; @argument is that of the table of formulas. */
void      _koyomi_tally_mean         (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_median       (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_incidents    (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_open         (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_reports      (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_reviews      (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_false_alarms (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_drills       (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_due_runs     (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_done_runs    (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_late_runs    (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_idle         (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_findings     (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_audits       (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_controls     (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_contracts    (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_accountable  (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_breaches     (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_maturity     (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_coverage     (KoyomiTally   *self,
                                      int            argument);
void      _koyomi_tally_fresh        (KoyomiTally   *self,
                                      int            argument);

G_END_DECLS
