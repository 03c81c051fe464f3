#include "koyomi-roll-over-private.h"

#include "koyomi-committee-schedule-private.h"
#include "koyomi-session-private.h"

static void
free_committee (gpointer data)
{
  KoyomiRollCommittee *self = data;

  g_array_unref (self->days);
  g_free (self);
}

static gboolean
plan_committee (KoyomiRollOver  *self,
                KoyomiSession   *session,
                KoyomiRecord    *record,
                GError         **error)
{
  g_auto(KoyomiCommitteeSchedule) schedule = { 0 };
  KoyomiRollCommittee *committee;
  GArray *days;

  if (!_koyomi_committee_schedule_load (&schedule, session, record, error))
    return FALSE;

  if (!_koyomi_committee_schedule_repeats (&schedule))
    return TRUE;

  days = _koyomi_committee_schedule_list_missing (&schedule, self->work_calendar, koyomi_fiscal_year_get_first_day (self->to),
                                                  koyomi_fiscal_year_get_last_day (self->to), error);
  if (days == NULL)
    return FALSE;

  committee = g_new0 (KoyomiRollCommittee, 1);
  committee->committee_id = koyomi_record_get_id (record);
  committee->days = days;
  g_ptr_array_add (self->committees, committee);

  return TRUE;
}

/* Finds the meetings that the rules of the committees give in the new year, and those that it has. */
gboolean
_koyomi_roll_over_plan_meetings (KoyomiRollOver  *self,
                                 KoyomiSession   *session,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(GPtrArray) committees = koyomi_session_list (session, KOYOMI_TABLE_COMMITTEE, 0, 0, language, error);
  g_autofree char *present = NULL;

  self->committees = g_ptr_array_new_with_free_func (free_committee);
  for (guint i = 0; committees != NULL && i < committees->len; i++)
    if (!plan_committee (self, session, g_ptr_array_index (committees, i), error))
      return FALSE;

  present = g_strdup_printf ("SELECT count (*) FROM meeting WHERE day BETWEEN %u AND %u", koyomi_fiscal_year_get_first_day (self->to),
                             koyomi_fiscal_year_get_last_day (self->to));

  return committees != NULL &&
         koyomi_database_get_number (_koyomi_session_get_store (session)->db, present, &self->n_present_meetings, error) &&
         koyomi_database_get_number (_koyomi_session_get_store (session)->db, "SELECT count (*) FROM meeting", &self->n_all_meetings, error);
}

static gboolean
make_meetings (KoyomiRollCommittee  *self,
               KoyomiSession        *session,
               KoyomiEdit           *edit,
               GError              **error)
{
  g_auto(KoyomiCommitteeSchedule) schedule = { 0 };
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_COMMITTEE, self->committee_id,
                                                       koyomi_session_get_own_language (session), error);

  if (record == NULL || !_koyomi_committee_schedule_load (&schedule, session, record, error))
    return FALSE;

  for (guint i = 0; i < self->days->len; i++)
    if (!_koyomi_committee_schedule_insert (&schedule, edit, g_array_index (self->days, guint32, i), error))
      return FALSE;

  return TRUE;
}

gboolean
_koyomi_roll_over_make_meetings (KoyomiRollOver  *self,
                                 KoyomiSession   *session,
                                 KoyomiEdit      *edit,
                                 GError         **error)
{
  for (guint i = 0; i < self->committees->len; i++)
    if (!make_meetings (g_ptr_array_index (self->committees, i), session, edit, error))
      return FALSE;

  return TRUE;
}
