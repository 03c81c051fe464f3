#include "koyomi-committee-edit.h"

#include "koyomi-committee-schedule-private.h"

/**
 * koyomi_committee_make_meetings:
 * @committee: a row of the plan, with a rule
 * @first_day: of the days in which the rule is asked
 * @last_day: counted in
 *
 * Makes the meetings that the committee's rule gives in these days, as far as they are not there yet, as one edit. Those that are
 * there stay as they are, moved, held or cancelled, and stand for the day by the rule that they are nearest to.
 *
 * Returns: how many were made, or -1 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT when the committee has no rule that repeats
 */
int
koyomi_committee_make_meetings (KoyomiSession   *session,
                                gint64           committee,
                                guint32          first_day,
                                guint32          last_day,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_COMMITTEE, committee, language, error);
  g_autoptr(KoyomiWorkCalendar) calendar = NULL;
  g_auto(KoyomiCommitteeSchedule) schedule = { 0 };
  g_autoptr(GArray) days = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (record == NULL ||
      (calendar = koyomi_session_load_work_calendar (session, koyomi_session_get_own_language (session), error)) == NULL ||
      !_koyomi_committee_schedule_load (&schedule, session, record, error) ||
      (days = _koyomi_committee_schedule_list_missing (&schedule, calendar, first_day, last_day, error)) == NULL ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL)
    return -1;

  for (guint i = 0; i < days->len; i++)
    if (!_koyomi_committee_schedule_insert (&schedule, edit, g_array_index (days, guint32, i), error))
      return -1;

  /* Translators: the label of the edit that makes the meetings of a committee; its name */
  label = g_strdup_printf (koyomi_tr (language, N_("Plan the meetings of “%s”")), koyomi_record_get_title (record));

  return koyomi_edit_commit (edit, label, error) ? (int) days->len : -1;
}
