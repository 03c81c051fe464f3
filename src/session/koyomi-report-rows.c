#include "koyomi-report-edit-private.h"

#include "koyomi-incident-clocks.h"

/* The rows behind the edits of reports. */

gboolean
_koyomi_report_edit_refuse (GError     **error,
                            const char  *why)
{
  g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, why);

  return FALSE;
}

gboolean
_koyomi_report_edit_begin (KoyomiReportEdit  *self,
                           KoyomiSession     *session,
                           gint64             incident,
                           gint64             now,
                           GError           **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);

  self->session = session;
  self->is_new = g_hash_table_new (NULL, NULL);
  if ((self->incident = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, incident, own, error)) == NULL ||
      (self->table = koyomi_session_load_clock_table (session, own, error)) == NULL ||
      (self->reports = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_REPORT, KOYOMI_INCIDENT_REPORT_INCIDENT, incident, own,
                                            error)) == NULL)
    return FALSE;

  self->reckoned = koyomi_clock_table_reckon (self->table, self->incident, self->reports, now);

  return (self->edit = koyomi_session_begin_edit (session, error)) != NULL;
}

void
_koyomi_report_edit_clear (KoyomiReportEdit *self)
{
  g_clear_pointer (&self->edit, koyomi_edit_free);
  g_clear_pointer (&self->reckoned, g_ptr_array_unref);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->table, koyomi_clock_table_free);
  g_clear_pointer (&self->is_new, g_hash_table_unref);
  g_clear_object (&self->incident);
}

/* Returns: (transfer none): the clock as it was before the edit */
KoyomiIncidentClock *
_koyomi_report_edit_find (KoyomiReportEdit  *self,
                          gint64             clock,
                          GError           **error)
{
  for (guint i = 0; i < self->reckoned->len; i++)
    {
      KoyomiIncidentClock *found = g_ptr_array_index (self->reckoned, i);

      if (koyomi_record_get_id (found->clock) == clock)
        return found;
    }

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "there is no reporting duty %" G_GINT64_FORMAT " in use", clock);

  return NULL;
}

/* Returns: (transfer none): the row of the clock, made when there is none. Several rows of one clock are as the last of them. */
KoyomiRecord *
_koyomi_report_edit_need_row (KoyomiReportEdit *self,
                              gint64            clock)
{
  KoyomiRecord *report;

  for (guint i = self->reports->len; i > 0; i--)
    if (koyomi_record_get_int (g_ptr_array_index (self->reports, i - 1), KOYOMI_INCIDENT_REPORT_CLOCK) == clock)
      return g_ptr_array_index (self->reports, i - 1);

  report = koyomi_record_new (KOYOMI_TABLE_INCIDENT_REPORT);
  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_INCIDENT, koyomi_record_get_id (self->incident));
  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_CLOCK, clock);
  g_ptr_array_add (self->reports, report);
  g_hash_table_add (self->is_new, report);

  return report;
}

/* Sets the text as the only one: a translation of what stood there before would now say something else. */
gboolean
_koyomi_report_edit_set_text (KoyomiReportEdit  *self,
                              KoyomiRecord      *report,
                              int                field,
                              const char        *text,
                              GError           **error)
{
  koyomi_record_set_text (report, field, text != NULL ? text : "");

  return g_hash_table_contains (self->is_new, report) ||
         koyomi_edit_translate (self->edit, field, koyomi_record_get_id (report), "", error);
}

/* Keeps with each report that is due when that is, for whoever reads the rows alone. */
static void
update_dues (KoyomiReportEdit *self,
             gint64            now)
{
  g_autoptr(GPtrArray) reckoned = koyomi_clock_table_reckon (self->table, self->incident, self->reports, now);

  for (guint i = 0; i < reckoned->len; i++)
    {
      const KoyomiIncidentClock *clock = g_ptr_array_index (reckoned, i);

      if ((clock->state == KOYOMI_CLOCK_STATE_DUE || clock->state == KOYOMI_CLOCK_STATE_LATE) &&
          koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_DUE_AT) != clock->due_at)
        koyomi_record_set_int (clock->report, KOYOMI_INCIDENT_REPORT_DUE_AT, clock->due_at);
    }
}

/* Writes what was changed. */
gboolean
_koyomi_report_edit_write (KoyomiReportEdit  *self,
                           gint64             now,
                           GError           **error)
{
  update_dues (self, now);

  for (guint i = 0; i < self->reports->len; i++)
    {
      KoyomiRecord *report = g_ptr_array_index (self->reports, i);
      gboolean is_new = g_hash_table_contains (self->is_new, report);

      if (is_new ? !koyomi_edit_insert (self->edit, report, error)
                 : koyomi_record_has_changes (report) && !koyomi_edit_update (self->edit, report, error))
        return FALSE;
    }

  return !koyomi_record_has_changes (self->incident) || koyomi_edit_update (self->edit, self->incident, error);
}
