#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Within how many months everybody should have taken part in a drill. */
#define KOYOMI_DRILL_MONTHS 12

/* A team, or an outsourcer with a contract that is no team. */
typedef struct
{
  gint64    team;            /* 0 for an outsourcer that is no team */
  char     *name;
  gboolean  is_outsourced;
  guint32   last_day;        /* of the last drill, however long ago; KOYOMI_DAY_NONE for never */
  gint64    last_drill;      /* that incident; 0 for none */
  char     *last_title;      /* its number and title; "" */
  guint     n_drills;        /* within the last months */
  gboolean  is_covered;      /* it is one at least */
} KoyomiDrillCoverageRow;

/* Who has taken part in a drill, as seen on a day. */
typedef struct
{
  guint32    today;
  guint32    first_day;     /* from which drills count */
  GPtrArray *rows;          /* (element-type KoyomiDrillCoverageRow): teams in their order, then outsourcers by name */
  guint      n_uncovered;
  guint      n_drills;      /* that were held within the last months */
} KoyomiDrillCoverage;

/* When the next drill is due, as the last one of its class says. */
typedef struct
{
  gint64    incident;    /* the drill that says so */
  char     *number;
  char     *title;
  guint32   day;
  gboolean  is_late;
} KoyomiNextDrill;

void                 koyomi_drill_coverage_free         (KoyomiDrillCoverage  *self);
KoyomiDrillCoverage *koyomi_session_load_drill_coverage (KoyomiSession        *session,
                                                         guint32               today,
                                                         KoyomiLanguage        language,
                                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void                 koyomi_next_drill_free             (KoyomiNextDrill      *self);
GPtrArray           *koyomi_session_list_next_drills    (KoyomiSession        *session,
                                                         guint32               today,
                                                         KoyomiLanguage        language,
                                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiDrillCoverage, koyomi_drill_coverage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiNextDrill, koyomi_next_drill_free)

G_END_DECLS
