#include "koyomi-session.h"

#include "koyomi-auditor.h"
#include "koyomi-calendar-store.h"
#include "koyomi-day.h"
#include "koyomi-function-teams-private.h"
#include "koyomi-history.h"
#include "koyomi-session-private.h"

/* Who does the function on @day: the teams and their names. */
static void
set_teams (KoyomiCalendarRow   *row,
           KoyomiFunctionTeams *function_teams,
           guint32              day,
           KoyomiLanguage       language)
{
  g_autoptr(GPtrArray) teams = _koyomi_function_teams_list (function_teams, koyomi_record_get_id (row->function), day);

  for (guint i = 0; i < teams->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (teams, i));

      g_array_append_val (row->team_ids, id);
    }

  g_free (row->team);
  row->team = _koyomi_function_teams_join_names (teams, language);
}

static void
add_duties (GPtrArray *duties,
            GPtrArray *rows)
{
  g_autoptr(GHashTable) by_function = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (rows, i);
      gint64 id = koyomi_record_get_id (row->function);

      g_hash_table_insert (by_function, g_memdup2 (&id, sizeof id), row);
    }

  for (guint i = 0; i < duties->len; i++)
    {
      KoyomiRecord *duty = g_ptr_array_index (duties, i);
      gint64 id = koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION);
      KoyomiCalendarRow *row = g_hash_table_lookup (by_function, &id);
      KoyomiDutyKind kind = koyomi_record_get_int (duty, KOYOMI_DUTY_KIND);

      if (row == NULL)
        continue;

      g_ptr_array_add (row->duties[kind], g_strdup (koyomi_record_get_title (duty)));
      if (kind == KOYOMI_DUTY_KIND_ROUTINE)
        koyomi_calendar_row_add_band (row, koyomi_record_get_id (duty), koyomi_record_get_title (duty));
    }
}

/* Returns: (element-type gint64 KoyomiBand): the bands of all rows by their duties */
static GHashTable *
index_bands (GPtrArray *rows)
{
  GHashTable *bands = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->bands->len; j++)
        {
          KoyomiBand *band = &g_array_index (row->bands, KoyomiBand, j);

          g_hash_table_insert (bands, &band->duty_id, band);
        }
    }

  return bands;
}

static gboolean
add_attestations (KoyomiSession   *self,
                  KoyomiCalendar  *calendar,
                  GError         **error)
{
  g_autoptr(GHashTable) bands = index_bands (calendar->rows);
  g_autoptr(GPtrArray) attestations = NULL;

  attestations = koyomi_calendar_store_list_attestations (_koyomi_session_get_store (self),
                                                          koyomi_fiscal_year_get_month_first (calendar->year, 0),
                                                          koyomi_fiscal_year_get_month_first (calendar->year, 11), error);
  if (attestations == NULL)
    return FALSE;

  for (guint i = 0; i < attestations->len; i++)
    {
      KoyomiRecord *attestation = g_ptr_array_index (attestations, i);
      gint64 duty = koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_DUTY);
      int month = koyomi_fiscal_year_get_month_index (calendar->year, koyomi_record_get_day (attestation, KOYOMI_ATTESTATION_MONTH));
      KoyomiBand *band = g_hash_table_lookup (bands, &duty);

      if (band != NULL && month >= 0)
        band->months[month] = (KoyomiAttestedMonth) {
          koyomi_record_get_id (attestation),
          koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_PLANNED_DAYS),
          koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_DONE_DAYS),
        };
    }

  return TRUE;
}

static gboolean
add_rows (KoyomiSession   *self,
          KoyomiCalendar  *calendar,
          gboolean         with_bars,
          GError         **error)
{
  guint32 first_day = koyomi_fiscal_year_get_first_day (calendar->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (calendar->year);
  g_autoptr(GPtrArray) functions = NULL;
  g_autoptr(GHashTable) groups = NULL;
  g_autoptr(GPtrArray) duties = NULL;
  g_autoptr(KoyomiFunctionTeams) teams = NULL;

  functions = koyomi_calendar_store_list_functions (_koyomi_session_get_store (self), first_day, last_day,
                                                    calendar->language, error);
  if (functions == NULL ||
      (groups = koyomi_session_index (self, KOYOMI_TABLE_GROUP, calendar->language, error)) == NULL ||
      (duties = koyomi_session_list (self, KOYOMI_TABLE_DUTY, 0, 0, calendar->language, error)) == NULL ||
      (teams = _koyomi_function_teams_load (self, calendar->language, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions, i);
      gint64 group_id = koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP);
      KoyomiCalendarRow *row = koyomi_calendar_row_new (g_hash_table_lookup (groups, &group_id), function);

      set_teams (row, teams, CLAMP (calendar->today, first_day, last_day), calendar->language);
      if (with_bars && !koyomi_session_load_bars (self, row, first_day, last_day, calendar->language, error))
        {
          g_object_unref (row);
          return FALSE;
        }

      koyomi_calendar_take_row (calendar, row);
    }

  add_duties (duties, calendar->rows);
  g_ptr_array_unref (calendar->teams);
  calendar->teams = g_ptr_array_ref (_koyomi_function_teams_get_all (teams));

  return add_attestations (self, calendar, error);
}

/* A meeting without a title goes by its committee's name. */
static void
add_milestone (KoyomiCalendar *calendar,
               KoyomiRecord   *meeting,
               KoyomiRecord   *committee)
{
  const char *title = koyomi_record_get_title (meeting);
  const char *name = koyomi_record_get_title (committee);
  KoyomiMilestone *milestone;

  milestone = koyomi_calendar_add_milestone (calendar, koyomi_record_get_id (meeting), *title != '\0' ? title : name,
                                             koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY),
                                             koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS));
  milestone->committee_id = koyomi_record_get_id (committee);
  g_free (milestone->committee);
  milestone->committee = g_strdup (name);
}

static gboolean
add_milestones (KoyomiSession   *self,
                KoyomiCalendar  *calendar,
                GError         **error)
{
  guint32 first_day = koyomi_fiscal_year_get_first_day (calendar->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (calendar->year);
  g_autoptr(GHashTable) committees = koyomi_session_index (self, KOYOMI_TABLE_COMMITTEE, calendar->language, error);
  g_autoptr(GPtrArray) meetings = NULL;

  if (committees == NULL ||
      (meetings = koyomi_session_list (self, KOYOMI_TABLE_MEETING, 0, 0, calendar->language, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < meetings->len; i++)
    {
      KoyomiRecord *meeting = g_ptr_array_index (meetings, i);
      guint32 day = koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY);
      gint64 committee = koyomi_record_get_int (meeting, KOYOMI_MEETING_COMMITTEE);

      if (day >= first_day && day <= last_day)
        add_milestone (calendar, meeting, g_hash_table_lookup (committees, &committee));
    }

  return TRUE;
}

/* The moment that the session shows and the hash that proves it. */
static gboolean
add_proof (KoyomiSession   *self,
           KoyomiCalendar  *calendar,
           GError         **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self, error);
  g_autoptr(GDateTime) moment = NULL;

  if (head == NULL)
    return FALSE;

  moment = koyomi_session_dup_moment (self, head);
  g_free (calendar->as_of);
  calendar->as_of = g_date_time_format (moment, "%Y-%m-%d %H:%M %Z");
  g_free (calendar->journal_head);
  calendar->journal_head = koyomi_entry_dup_hash (head);

  return TRUE;
}

/* Returns: (transfer full): the work calendar with the plan's own days off, which are named in @language */
KoyomiWorkCalendar *
koyomi_session_load_work_calendar (KoyomiSession   *self,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  g_autoptr(GPtrArray) days_off = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  days_off = koyomi_session_list (self, KOYOMI_TABLE_DAY_OFF, 0, 0, language, error);

  return days_off != NULL ? koyomi_work_calendar_new (days_off) : NULL;
}

/**
 * koyomi_session_load_calendar:
 * @with_bars: also read the runs of all rows; without, each row is filled with koyomi_session_load_bars() when it is wanted
 *
 * Returns: (transfer full): the annual calendar of @year, texts in @language
 */
KoyomiCalendar *
koyomi_session_load_calendar (KoyomiSession     *self,
                              KoyomiFiscalYear   year,
                              KoyomiLanguage     language,
                              gboolean           with_bars,
                              GError           **error)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_calendar_new (year, language);
  g_autoptr(KoyomiRecord) plan = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  plan = koyomi_session_dup_plan (self, language, error);
  if (plan == NULL)
    return NULL;

  calendar->today = _koyomi_session_get_today (self);
  g_free (calendar->organisation);
  calendar->organisation = g_strdup (koyomi_record_get_text (plan, KOYOMI_PLAN_ORGANISATION));
  g_free (calendar->classification);
  calendar->classification = g_strdup (koyomi_record_get_text (plan, KOYOMI_PLAN_CLASSIFICATION));
  g_free (calendar->watermark);
  calendar->watermark = koyomi_session_dup_watermark (self, language);

  if ((calendar->work_calendar = koyomi_session_load_work_calendar (self, language, error)) == NULL ||
      !add_rows (self, calendar, with_bars, error) ||
      !add_milestones (self, calendar, error) ||
      !add_proof (self, calendar, error))
    return NULL;

  return g_steal_pointer (&calendar);
}

/* Reads the runs of one row that touch the days from @first_day to @last_day, and puts them in lanes. */
gboolean
koyomi_session_load_bars (KoyomiSession      *self,
                          KoyomiCalendarRow  *row,
                          guint32             first_day,
                          guint32             last_day,
                          KoyomiLanguage      language,
                          GError            **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  return koyomi_calendar_store_load_bars (_koyomi_session_get_store (self), row, first_day, last_day,
                                          _koyomi_session_get_today (self), language, error);
}
