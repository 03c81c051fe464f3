#include "koyomi-maturity-edit.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-gap-activity-private.h"
#include "koyomi-run-edit-private.h"

/* How long somebody works on a gap, at most. */
#define MONTHS 3

/* A function's gap as it stands today. */
typedef struct
{
  KoyomiRecord        *modes[KOYOMI_N_EXECUTIONS];   /* (nullable); borrowed */
  GPtrArray           *records;
  KoyomiMaturityScore  score;
  KoyomiRecord        *goal;                         /* (nullable): the one of the modes whose goal counts */
} Gap;

static void
clear_gap (Gap *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gap, clear_gap)

static gboolean
load_gap (Gap            *self,
          KoyomiSession  *session,
          gint64          function,
          GError        **error)
{
  KoyomiMaturityLevels levels[KOYOMI_N_EXECUTIONS];

  self->records = koyomi_session_list (session, KOYOMI_TABLE_MATURITY, KOYOMI_MATURITY_FUNCTION, function,
                                       koyomi_session_get_own_language (session), error);
  if (self->records == NULL)
    return FALSE;

  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    {
      self->modes[mode] = koyomi_maturity_find (self->records, function, mode, koyomi_day_today ());
      levels[mode] = koyomi_maturity_read_levels (self->modes[mode]);
    }

  self->score = koyomi_maturity_score (levels);
  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS && self->goal == NULL; mode++)
    if (self->modes[mode] != NULL && levels[mode].to_be == self->score.to_be)
      self->goal = self->modes[mode];

  return TRUE;
}

/**
 * koyomi_gap_find_activity:
 * @activity: (out) (transfer full) (nullable): what was made from the function's gap: the activity that is open, else the last one
 */
gboolean
koyomi_gap_find_activity (KoyomiSession      *session,
                          gint64              function,
                          KoyomiLanguage      language,
                          KoyomiGapActivity **activity,
                          GError            **error)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (session, KOYOMI_TABLE_MATURITY, KOYOMI_MATURITY_FUNCTION, function, language,
                                                      error);
  g_autoptr(KoyomiGapActivities) activities = NULL;

  if (records == NULL || (activities = _koyomi_gap_activities_new (session, records, language, error)) == NULL)
    return FALSE;

  return _koyomi_gap_activities_find (activities, function, activity, error);
}

/* The day until which the goal is to be reached: that of the goal, or where that is none or over, the end of this fiscal year. */
static guint32
get_target (KoyomiSession *session,
            const Gap     *gap)
{
  guint32 today = koyomi_day_today ();
  guint32 target = gap->goal != NULL ? koyomi_record_get_day (gap->goal, KOYOMI_MATURITY_TARGET_DAY) : KOYOMI_DAY_NONE;

  return target > today ? target : koyomi_fiscal_year_get_last_day (koyomi_session_get_fiscal_year (session, today));
}

/* The three months before the target, but in its fiscal year and not in the past; from a working day to a working day. */
static gboolean
propose_days (KoyomiSession  *session,
              const Gap      *gap,
              guint32        *first_day,
              guint32        *last_day,
              GError        **error)
{
  g_autoptr(KoyomiWorkCalendar) calendar = NULL;
  guint32 target = get_target (session, gap);
  guint32 year_first = koyomi_fiscal_year_get_first_day (koyomi_session_get_fiscal_year (session, target));
  guint32 first = MAX (MAX (koyomi_day_add_months (target, -MONTHS) + 1, year_first), koyomi_day_today ());

  if ((calendar = koyomi_session_load_work_calendar (session, koyomi_session_get_own_language (session), error)) == NULL)
    return FALSE;

  *first_day = koyomi_work_calendar_get_next (calendar, first);
  *last_day = koyomi_work_calendar_get_previous (calendar, target);
  if (*last_day < *first_day)
    *first_day = *last_day = MIN (*first_day, target);

  return TRUE;
}

/* When somebody could work on the gap, for koyomi_gap_make_activity(). */
gboolean
koyomi_gap_propose_days (KoyomiSession   *session,
                         gint64           function,
                         guint32         *first_day,
                         guint32         *last_day,
                         GError         **error)
{
  g_auto(Gap) gap = { 0 };

  return load_gap (&gap, session, function, error) && propose_days (session, &gap, first_day, last_day, error);
}

static char *
make_title (KoyomiSession  *session,
            gint64          function,
            const Gap      *gap,
            KoyomiLanguage  language,
            GError        **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, function, language, error);
  g_autofree char *name = NULL;

  if (record == NULL)
    return NULL;

  name = _koyomi_function_name (record);

  /* Translators: the title of an activity: a function such as “A-1 Overall policy management”, its level, and the level that is the goal */
  return g_strdup_printf (koyomi_tr (language, N_("%s: maturity from %d to %d")), name, gap->score.as_is, gap->score.to_be);
}

/* There is a gap, and nobody works on it yet. */
static gboolean
check_is_free (KoyomiSession   *session,
               gint64           function,
               const Gap       *gap,
               KoyomiLanguage   language,
               GError         **error)
{
  g_autoptr(KoyomiGapActivity) activity = NULL;

  if (!koyomi_gap_find_activity (session, function, language, &activity, error))
    return FALSE;

  if (gap->score.gap == 0 || gap->goal == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the function has no maturity gap");
      return FALSE;
    }

  if (activity != NULL && activity->is_open)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the activity “%s” is about this gap", activity->title);
      return FALSE;
    }

  return TRUE;
}

/* Adds the activity and its run. */
static gboolean
insert_activity (KoyomiSession  *session,
                 KoyomiEdit     *edit,
                 KoyomiRecord   *activity,
                 const char     *translated_title,
                 guint32         first_day,
                 guint32         last_day,
                 GError        **error)
{
  KoyomiSlot slot = { first_day, first_day, last_day };
  g_autoptr(KoyomiRecord) run = NULL;

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, (gint64) last_day - first_day + 1);

  return _koyomi_edit_place_activity (session, activity, error) &&
         koyomi_edit_insert (edit, activity, error) &&
         koyomi_edit_translate (edit, KOYOMI_ACTIVITY_TITLE, koyomi_record_get_id (activity), translated_title, error) &&
         (run = koyomi_edit_add_run (edit, activity, &slot, error)) != NULL;
}

/**
 * koyomi_gap_make_activity:
 * @first_day: of its run; 0 for the days that koyomi_gap_propose_days() gives
 * @last_day: counted in
 *
 * Puts the gap into the calendar: an activity of the function with one run, with its title in both languages, which knows the goal
 * that it is for. Refused with %KOYOMI_PLAN_ERROR_CONSTRAINT when there is no gap, or while an activity that was made from it is
 * open, see koyomi_gap_find_activity(); one that was deleted is none.
 *
 * Returns: the activity, or 0 on error
 */
gint64
koyomi_gap_make_activity (KoyomiSession   *session,
                          gint64           function,
                          guint32          first_day,
                          guint32          last_day,
                          KoyomiLanguage   language,
                          GError         **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  KoyomiLanguage other = own == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_auto(Gap) gap = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *translated = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *label = NULL;

  if (!load_gap (&gap, session, function, error) || !check_is_free (session, function, &gap, language, error) ||
      (first_day == KOYOMI_DAY_NONE && !propose_days (session, &gap, &first_day, &last_day, error)) ||
      (title = make_title (session, function, &gap, own, error)) == NULL ||
      (translated = make_title (session, function, &gap, other, error)) == NULL)
    return 0;

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, function);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, title);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_KIND, KOYOMI_ACTIVITY_KIND_TASK);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_MATURITY, koyomi_record_get_id (gap.goal));
  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !insert_activity (session, edit, activity, translated, first_day, last_day, error))
    return 0;

  quoted = _koyomi_label_quote (language == own ? title : translated, language);
  label = g_strdup_printf (koyomi_tr (language, N_("Add %s")), quoted);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (activity) : 0;
}
