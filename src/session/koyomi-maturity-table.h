#pragma once

#include "koyomi-maturity.h"
#include "koyomi-occurrence.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What was said of one way of doing a function: by insourcing, or by outsourcing. */
typedef struct
{
  KoyomiRecord         *record;     /* (nullable): the newest row until the day asked for: who assessed, when, the day of the goal */
  KoyomiMaturityLevels  levels;
  GPtrArray            *proofs;     /* (element-type KoyomiRecord): which evidence belongs to that row */
  GPtrArray            *evidence;   /* (element-type KoyomiRecord): of each of them */
} KoyomiAssessment;

/* The activity that was made from a gap. */
typedef struct
{
  gint64       activity_id;
  char        *title;
  gboolean     is_open;      /* not all of its runs are done, skipped or missed */
  gint64       run_id;       /* of them the first that is not, else the last; 0 without runs */
  KoyomiState  state;        /* of that run */
  guint32      first_day;    /* likewise; 0 without runs */
  guint32      last_day;
} KoyomiGapActivity;

typedef struct
{
  guint                index;       /* among the rows */
  KoyomiRecord        *group;
  KoyomiRecord        *function;
  KoyomiAssessment     modes[KOYOMI_N_EXECUTIONS];
  KoyomiMaturityScore  score;
  KoyomiGapActivity   *activity;    /* (nullable): the one that is open, else the last one */
} KoyomiMaturityRow;

typedef struct
{
  KoyomiRecord       *group;
  guint               first_row;
  guint               n_rows;
  KoyomiMaturityMean  mean;
} KoyomiMaturityGroup;

/* The maturity of a catalogue's functions on a day. */
typedef struct
{
  guint32             day;
  GPtrArray          *rows;     /* (element-type KoyomiMaturityRow): in the order of groups and functions */
  GArray             *groups;   /* (element-type KoyomiMaturityGroup) */
  GPtrArray          *gaps;     /* (element-type KoyomiMaturityRow): those with a gap, the widest first; borrowed from the rows */
  KoyomiMaturityMean  mean;     /* of all rows */
} KoyomiMaturityTable;

void                 koyomi_maturity_table_free     (KoyomiMaturityTable  *self);
KoyomiMaturityTable *koyomi_session_load_maturity   (KoyomiSession        *session,
                                                     gint64                catalogue,
                                                     guint32               day,
                                                     KoyomiLanguage        language,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void                 koyomi_gap_activity_free       (KoyomiGapActivity    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMaturityTable, koyomi_maturity_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiGapActivity, koyomi_gap_activity_free)

G_END_DECLS
