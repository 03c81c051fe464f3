#pragma once

#include "koyomi-incident-measure.h"
#include "koyomi-incident.h"
#include "koyomi-quarter-incidents.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What the board and the table show of an incident. Texts are in the language of the board, which owns them. */
typedef struct
{
  gint64               id;
  const char          *number;
  const char          *title;
  KoyomiIncidentKind   kind;
  KoyomiIncidentState  state;
  KoyomiSeverity       severity;
  const char          *class;            /* its code */
  const char          *tlp;
  gint64               team_id;          /* 0 is none */
  const char          *team;             /* its name */
  const char          *lead;
  const char          *detected_by;
  gboolean             found_outside;
  gint64               recurrence_of;    /* 0 is none */
  gint64               merged_into;      /* 0 is none */
  gint64               opened_at;        /* when the record was opened; of a plan from before, when the incident was detected */
  gint64               since;            /* from when its age counts: detected, else occurred, else opened; 0 when nothing is known */
  KoyomiIncidentTimes  times;
  guint                n_tasks;          /* that were not waived */
  guint                n_done;
  guint                n_late;           /* not done, and due before now */
  guint                n_follow_ups;     /* activities that follow it up */
  gint64               clock_id;         /* of the report that is due next; 0 is none */
  const char          *clock;            /* such as “APPI: Preliminary report”; "" */
  gint64               clock_due;        /* 0 when no time is known */
  gboolean             clock_warning;    /* the time to warn has come */
  gboolean             clock_late;
  guint                n_clocks;         /* reports that are due or not judged yet */
  guint                n_unjudged;       /* of them those that are not judged yet */
  const char          *folded;           /* what a search looks through, once there was one */
} KoyomiIncidentCard;

/* All incidents of the plan. The cards are in the order in which they need attention: the severest first, then those that are not
 * contained, then by the next report, then the oldest. */
typedef struct
{
  GArray       *cards;   /* (element-type KoyomiIncidentCard) */
  gint64        now;
  GStringChunk *texts;
} KoyomiIncidentBoard;

void                 koyomi_incident_board_free          (KoyomiIncidentBoard        *self);
KoyomiIncidentBoard *koyomi_session_load_incident_board  (KoyomiSession              *session,
                                                          gint64                      now,
                                                          KoyomiLanguage              language,
                                                          GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
guint                koyomi_incident_board_get_n_cards   (const KoyomiIncidentBoard  *self);
KoyomiIncidentCard  *koyomi_incident_board_get_card      (const KoyomiIncidentBoard  *self,
                                                          guint                       position);
KoyomiIncidentCard  *koyomi_incident_board_find          (const KoyomiIncidentBoard  *self,
                                                          gint64                      id);
void                 koyomi_incident_board_summarize     (const KoyomiIncidentBoard  *self,
                                                          KoyomiMeasure               measure,
                                                          guint32                     first_day,
                                                          guint32                     last_day,
                                                          KoyomiMeasureSummary       *summary);
KoyomiQuarterIncidents *
                     koyomi_incident_board_count_quarter (const KoyomiIncidentBoard  *self,
                                                          KoyomiFiscalYear            year,
                                                          int                         quarter,
                                                          int                         month) G_GNUC_WARN_UNUSED_RESULT;
gboolean             koyomi_incident_board_matches       (KoyomiIncidentBoard        *self,
                                                          KoyomiIncidentCard         *card,
                                                          const char                 *folded_query,
                                                          KoyomiLanguage              language);
gboolean             koyomi_incident_card_counts         (const KoyomiIncidentCard   *self);
gboolean             koyomi_incident_card_is_open        (const KoyomiIncidentCard   *self);
int                  koyomi_incident_card_compare        (const KoyomiIncidentCard   *self,
                                                          const KoyomiIncidentCard   *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentBoard, koyomi_incident_board_free)

G_END_DECLS
