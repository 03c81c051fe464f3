#include "koyomi-session.h"

#include "koyomi-calendar-store.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-session-private.h"

#include <string.h>

/* Where the rows of a calendar get what belongs to their functions. */
typedef struct
{
  GHashTable *groups;        /* id -> record */
  GPtrArray  *teams;
  GPtrArray  *duties;
  GHashTable *assignments;   /* function id -> (element-type KoyomiRecord) */
} Surroundings;

static void
clear_surroundings (Surroundings *self)
{
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Surroundings, clear_surroundings)

static GHashTable *
gather (GPtrArray *records,
        int        reference)
{
  GHashTable *lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      gint64 id = koyomi_record_get_int (record, reference);
      GPtrArray *list = g_hash_table_lookup (lists, &id);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (lists, g_memdup2 (&id, sizeof id), list);
        }
      g_ptr_array_add (list, g_object_ref (record));
    }

  return lists;
}

static gboolean
load_surroundings (KoyomiSession   *session,
                   Surroundings    *self,
                   KoyomiLanguage   language,
                   GError         **error)
{
  g_autoptr(GPtrArray) assignments = NULL;

  if ((self->groups = koyomi_session_index (session, KOYOMI_TABLE_GROUP, language, error)) == NULL ||
      (self->teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, language, error)) == NULL ||
      (self->duties = koyomi_session_list (session, KOYOMI_TABLE_DUTY, 0, 0, language, error)) == NULL ||
      (assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, language, error)) == NULL)
    return FALSE;

  self->assignments = gather (assignments, KOYOMI_ASSIGNMENT_FUNCTION);

  return TRUE;
}

static gboolean
holds_on (KoyomiRecord *assignment,
          guint32       day)
{
  guint32 from = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY);
  guint32 to = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY);

  return from <= day && (to == KOYOMI_DAY_NONE || day <= to);
}

static KoyomiRecord *
find_team (Surroundings *self,
           gint64        id)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->teams, i)) == id)
      return g_ptr_array_index (self->teams, i);

  return NULL;
}

/* Adds the teams whose letters for the function hold @letter. */
static void
add_teams (Surroundings *self,
           GPtrArray    *assignments,
           char          letter,
           guint32       day,
           GPtrArray    *teams)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      KoyomiRecord *team = find_team (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM));

      if (team != NULL && holds_on (assignment, day) &&
          strchr (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS), letter) != NULL)
        g_ptr_array_add (teams, team);
    }
}

/* Who does the function: those responsible (R), or while there is none the one accountable (A). */
static void
set_teams (Surroundings      *self,
           KoyomiCalendarRow *row,
           guint32            day,
           KoyomiLanguage     language)
{
  gint64 function = koyomi_record_get_id (row->function);
  GPtrArray *assignments = g_hash_table_lookup (self->assignments, &function);
  g_autoptr(GPtrArray) teams = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (assignments == NULL)
    return;

  add_teams (self, assignments, 'R', day, teams);
  if (teams->len == 0)
    add_teams (self, assignments, 'A', day, teams);

  for (guint i = 0; i < teams->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (teams, i));

      g_array_append_val (row->team_ids, id);
      g_ptr_array_add (names, (gpointer) koyomi_record_get_title (g_ptr_array_index (teams, i)));
    }
  g_ptr_array_add (names, NULL);

  g_free (row->team);
  row->team = g_strjoinv (language == KOYOMI_LANGUAGE_JA ? "、" : ", ", (char **) names->pdata);
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
  g_auto(Surroundings) surroundings = { 0 };

  functions = koyomi_calendar_store_list_functions (_koyomi_session_get_store (self), first_day, last_day,
                                                    calendar->language, error);
  if (functions == NULL || !load_surroundings (self, &surroundings, calendar->language, error))
    return FALSE;

  for (guint i = 0; i < functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions, i);
      gint64 group_id = koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP);
      KoyomiCalendarRow *row = koyomi_calendar_row_new (g_hash_table_lookup (surroundings.groups, &group_id), function);

      set_teams (&surroundings, row, CLAMP (calendar->today, first_day, last_day), calendar->language);
      if (with_bars && !koyomi_session_load_bars (self, row, first_day, last_day, calendar->language, error))
        {
          g_object_unref (row);
          return FALSE;
        }

      koyomi_calendar_take_row (calendar, row);
    }

  add_duties (surroundings.duties, calendar->rows);
  g_ptr_array_unref (calendar->teams);
  calendar->teams = g_ptr_array_ref (surroundings.teams);

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

  calendar->today = koyomi_day_today ();
  g_free (calendar->organisation);
  calendar->organisation = g_strdup (koyomi_record_get_text (plan, KOYOMI_PLAN_ORGANISATION));
  g_free (calendar->classification);
  calendar->classification = g_strdup (koyomi_record_get_text (plan, KOYOMI_PLAN_CLASSIFICATION));

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

  return koyomi_calendar_store_load_bars (_koyomi_session_get_store (self), row, first_day, last_day, koyomi_day_today (),
                                          language, error);
}
