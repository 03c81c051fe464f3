#pragma once

#include "koyomi-clock-table.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* The reporting duties of one incident. Whoever shows them shows koyomi_clock_table_get_disclaimer() as well. */
typedef struct
{
  KoyomiRecord        *incident;
  gint64               now;            /* (ms UTC) for which it was reckoned */
  gboolean             is_practice;    /* a drill: nothing of it counts */
  GPtrArray           *clocks;         /* (element-type KoyomiIncidentClock): in the order of the table */
  KoyomiIncidentClock *next;           /* (nullable): what must be reported next; one of clocks */
  guint                n_late;
  guint                n_due;          /* late ones not counted in */
  guint                n_not_judged;
} KoyomiIncidentClocks;

/* A report that is still to be made. */
typedef struct
{
  gint64               incident_id;
  char                *number;
  char                *title;
  gboolean             is_practice;
  KoyomiIncidentClock *clock;
} KoyomiOpenClock;

void                  koyomi_incident_clocks_free         (KoyomiIncidentClocks  *self);
KoyomiIncidentClock  *koyomi_incident_clocks_find         (KoyomiIncidentClocks  *self,
                                                           gint64                 clock);

KoyomiClockTable     *koyomi_session_load_clock_table     (KoyomiSession         *session,
                                                           KoyomiLanguage         language,
                                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiIncidentClocks *koyomi_session_load_incident_clocks (KoyomiSession         *session,
                                                           gint64                 incident,
                                                           gint64                 now,
                                                           KoyomiLanguage         language,
                                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray            *koyomi_session_list_open_clocks     (KoyomiSession         *session,
                                                           gboolean               with_practice,
                                                           gint64                 now,
                                                           KoyomiLanguage         language,
                                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentClocks, koyomi_incident_clocks_free)

G_END_DECLS
