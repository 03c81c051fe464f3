#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What became of a run between two moments of a plan. */
typedef enum
{
  KOYOMI_VARIANCE_ADDED,
  KOYOMI_VARIANCE_DELETED,
  KOYOMI_VARIANCE_MOVED,     /* stands on other days; something else may be different as well */
  KOYOMI_VARIANCE_CHANGED,   /* stands where it stood, but something else is different */
} KoyomiVarianceKind;

#define KOYOMI_N_VARIANCE_KINDS 4

/* What is different in a run that there was at both moments. */
typedef enum
{
  KOYOMI_VARIANCE_DAYS = 1 << 0,
  KOYOMI_VARIANCE_TITLE = 1 << 1,
  KOYOMI_VARIANCE_STATUS = 1 << 2,
  KOYOMI_VARIANCE_TEAM = 1 << 3,
  KOYOMI_VARIANCE_FUNCTION = 1 << 4,
} KoyomiVarianceFields;

/* A run as it stood at one moment. */
typedef struct
{
  guint32       first_day;   /* 0 when there was no such run */
  guint32       last_day;
  char         *title;
  gint64        function_id;
  gint64        team_id;
  char         *team;        /* of the run, else of its activity; "" for none */
  KoyomiStatus  status;
} KoyomiVarianceSide;

typedef struct
{
  KoyomiVarianceKind    kind;
  KoyomiVarianceFields  fields;
  gint64                occurrence_id;
  gint64                function_id;   /* as it is now; of a deleted run as it was */
  char                 *function;
  const char           *title;         /* as it is now; of a deleted run as it was */
  KoyomiVarianceSide    before;
  KoyomiVarianceSide    after;
  int                   days_moved;    /* of the last day; of a run whose last day stayed, of its first */
} KoyomiVarianceItem;

/* What is different between a plan and the same plan at an earlier moment. */
typedef struct
{
  GPtrArray *items;                             /* (element-type KoyomiVarianceItem): by function, then by day */
  guint      counts[KOYOMI_N_VARIANCE_KINDS];
} KoyomiVariance;

void             koyomi_variance_free            (KoyomiVariance      *self);
const char      *koyomi_variance_kind_get_label  (KoyomiVarianceKind   kind,
                                                  KoyomiLanguage       language);

KoyomiVariance  *koyomi_session_compare          (KoyomiSession       *now,
                                                  KoyomiSession       *then,
                                                  guint32              first_day,
                                                  guint32              last_day,
                                                  KoyomiLanguage       language,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiVariance, koyomi_variance_free)

G_END_DECLS
