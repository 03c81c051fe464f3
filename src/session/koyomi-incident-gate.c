#include "koyomi-incident-edit.h"

#include "koyomi-incident-clocks.h"
#include "koyomi-incident-work-private.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

#include <string.h>

static gboolean
count (KoyomiSession  *session,
       const char     *sql,
       gint64          id,
       guint          *n,
       GError        **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (_koyomi_session_get_store (session)->db, sql, error);

  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":id", id);
  if (koyomi_statement_step (statement, error) != KOYOMI_STEP_ROW)
    return FALSE;

  *n = koyomi_statement_get_int (statement, 0);

  return TRUE;
}

/* Returns: (transfer full) (nullable): the row that says why the gap may stay, or a new one */
static KoyomiRecord *
find_waiver (GPtrArray      *items,
             KoyomiCloseGap  gap)
{
  const char *name = koyomi_close_gap_get_item (gap);

  for (guint i = 0; name != NULL && i < items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (items, i);

      if (strcmp (koyomi_record_get_text (item, KOYOMI_INCIDENT_ITEM_ITEM), name) == 0 &&
          !koyomi_text_is_blank (koyomi_record_get_text (item, KOYOMI_INCIDENT_ITEM_TEXT)))
        return g_object_ref (item);
    }

  return NULL;
}

static gboolean
collect_waived (KoyomiSession  *session,
                gint64          id,
                guint          *waived,
                GError        **error)
{
  g_autoptr(GPtrArray) items = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_ITEM, KOYOMI_INCIDENT_ITEM_INCIDENT, id,
                                                    koyomi_session_get_own_language (session), error);

  if (items == NULL)
    return FALSE;

  for (guint gap = 0; gap < KOYOMI_N_CLOSE_GAPS; gap++)
    {
      g_autoptr(KoyomiRecord) waiver = find_waiver (items, gap);

      if (waiver != NULL)
        *waived |= 1u << gap;
    }

  return TRUE;
}

/* What was never decided on does not keep an incident open; what was put off does. */
static gboolean
is_open (const KoyomiIncidentClock *clock)
{
  switch (clock->state)
    {
    case KOYOMI_CLOCK_STATE_DUE:
    case KOYOMI_CLOCK_STATE_LATE:
      return !clock->gives_way;
    case KOYOMI_CLOCK_STATE_NOT_JUDGED:
      return clock->report != NULL && !clock->gives_way;
    case KOYOMI_CLOCK_STATE_NOT_APPLICABLE:
      return koyomi_text_is_blank (koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_REASON));
    case KOYOMI_CLOCK_STATE_FILED:
    default:
      return FALSE;
    }
}

static gboolean
count_reports (KoyomiSession     *session,
               gint64             id,
               KoyomiCloseFacts  *facts,
               GError           **error)
{
  g_autoptr(KoyomiIncidentClocks) clocks = koyomi_session_load_incident_clocks (session, id, 0, koyomi_session_get_own_language (session),
                                                                                error);

  if (clocks == NULL)
    return FALSE;

  for (guint i = 0; i < clocks->clocks->len; i++)
    {
      const KoyomiIncidentClock *clock = g_ptr_array_index (clocks->clocks, i);

      facts->n_open_reports += is_open (clock);
      facts->n_judged_reports += clock->state == KOYOMI_CLOCK_STATE_FILED || clock->state == KOYOMI_CLOCK_STATE_NOT_APPLICABLE;
    }

  return TRUE;
}

/* Returns: (transfer full) (element-type KoyomiCloseGapItem): what the incident lacks before it can be closed; empty when nothing */
GArray *
koyomi_incident_list_gaps (KoyomiSession  *session,
                           gint64          id,
                           GError        **error)
{
  g_autoptr(KoyomiRecord) incident = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, id,
                                                         koyomi_session_get_own_language (session), error);
  KoyomiCloseFacts facts = { 0 };

  if (incident == NULL ||
      !count (session, "SELECT count (*) FROM incident_task"
                       " WHERE incident_id = :id AND done_at IS NULL AND trim (coalesce (waived, '')) = ''",
              id, &facts.n_open_tasks, error) ||
      !count_reports (session, id, &facts, error) ||
      !collect_waived (session, id, &facts.waived, error))
    return NULL;

  return koyomi_close_gate_check (incident, &facts);
}

/* A gap that is waived, and why. */
typedef struct
{
  KoyomiCloseGapItem  item;
  const char         *reason;
} Waiving;

static char *
tell_waiver (KoyomiIncidentWork *work,
             gconstpointer       data,
             KoyomiLanguage      language)
{
  const Waiving *waiving = data;
  g_autofree char *gap = koyomi_close_gap_describe (&waiving->item, language);

  /* Translators: what an incident lacks, in a sentence, and why it may be closed without it */
  return g_strdup_printf (koyomi_tr (language, N_("Waived: %s %s")), gap, waiving->reason);
}

static gboolean
write_waiver (KoyomiIncidentWork  *work,
              KoyomiCloseGap       gap,
              const char          *reason,
              GError             **error)
{
  gint64 id = koyomi_record_get_id (work->incident);
  g_autoptr(GPtrArray) items = koyomi_session_list (work->session, KOYOMI_TABLE_INCIDENT_ITEM, KOYOMI_INCIDENT_ITEM_INCIDENT, id,
                                                    koyomi_session_get_own_language (work->session), error);
  g_autoptr(KoyomiRecord) old = items != NULL ? find_waiver (items, gap) : NULL;
  g_autoptr(KoyomiRecord) waiver = NULL;

  if (items == NULL ||
      (old != NULL && !koyomi_edit_delete (work->edit, KOYOMI_TABLE_INCIDENT_ITEM, koyomi_record_get_id (old), error)))
    return FALSE;

  waiver = koyomi_record_new (KOYOMI_TABLE_INCIDENT_ITEM);
  koyomi_record_set_int (waiver, KOYOMI_INCIDENT_ITEM_INCIDENT, id);
  koyomi_record_set_text (waiver, KOYOMI_INCIDENT_ITEM_ITEM, koyomi_close_gap_get_item (gap));
  koyomi_record_set_text (waiver, KOYOMI_INCIDENT_ITEM_TEXT, reason);

  return koyomi_edit_insert (work->edit, waiver, error);
}

/* @reason: why the incident may be closed without it */
gboolean
_koyomi_incident_work_waive (KoyomiIncidentWork  *self,
                             KoyomiCloseGap       gap,
                             const char          *reason,
                             GError             **error)
{
  const Waiving waiving = { { gap, 1, 0 }, reason };

  if (!koyomi_close_gap_can_be_waived (gap))
    return _koyomi_incident_work_refuse ("this is not waived for the incident as a whole", error);

  return write_waiver (self, gap, reason, error) && _koyomi_incident_work_note (self, self->now, tell_waiver, &waiving, error);
}
