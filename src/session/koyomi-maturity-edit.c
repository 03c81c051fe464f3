#include "koyomi-maturity-edit.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-session-private.h"

/* What an assessment takes over from the one before it: all but who made it and when. */
static const int inherited[] = { KOYOMI_MATURITY_AS_IS, KOYOMI_MATURITY_TO_BE, KOYOMI_MATURITY_TARGET_DAY, KOYOMI_MATURITY_NOTE };

static char *
label_function (KoyomiSession  *session,
                gint64          function,
                KoyomiLanguage  language)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, function, language, NULL);
  g_autofree char *name = record != NULL ? _koyomi_function_name (record) : g_strdup ("");
  g_autofree char *quoted = _koyomi_label_quote (name, language);

  /* Translators: a function */
  return g_strdup_printf (koyomi_tr (language, N_("Assess the maturity of %s")), quoted);
}

/* Whether the row @newest is the one that is to be written. */
static gboolean
is_same (KoyomiRecord *newest,
         KoyomiRecord *assessment)
{
  return newest != NULL &&
         (!koyomi_record_is_changed (assessment, KOYOMI_MATURITY_ASSESSED_DAY) ||
          koyomi_record_get_day (newest, KOYOMI_MATURITY_ASSESSED_DAY) ==
            koyomi_record_get_day (assessment, KOYOMI_MATURITY_ASSESSED_DAY));
}

static void
inherit (KoyomiRecord *from,
         KoyomiRecord *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (inherited); i++)
    if (inherited[i] == KOYOMI_MATURITY_NOTE)
      koyomi_record_set_text (to, inherited[i], koyomi_record_get_text (from, inherited[i]));
    else
      koyomi_record_set_int (to, inherited[i], koyomi_record_get_int (from, inherited[i]));
}

/* Adds the row that the changes are then written into. Returns: its key, or 0 on error */
static gint64
insert_row (KoyomiEdit    *edit,
            KoyomiRecord  *newest,
            KoyomiRecord  *assessment,
            guint32        day,
            GError       **error)
{
  g_autoptr(KoyomiRecord) row = koyomi_record_new (KOYOMI_TABLE_MATURITY);

  if (newest != NULL)
    inherit (newest, row);
  koyomi_record_set_int (row, KOYOMI_MATURITY_FUNCTION, koyomi_record_get_int (assessment, KOYOMI_MATURITY_FUNCTION));
  koyomi_record_set_int (row, KOYOMI_MATURITY_MODE, koyomi_record_get_int (assessment, KOYOMI_MATURITY_MODE));
  koyomi_record_set_int (row, KOYOMI_MATURITY_ASSESSED_DAY, day);

  if (!koyomi_edit_insert (edit, row, error) ||
      (newest != NULL && !koyomi_edit_copy_translations (edit, KOYOMI_TABLE_MATURITY, koyomi_record_get_id (newest),
                                                         koyomi_record_get_id (row), error)))
    return 0;

  return koyomi_record_get_id (row);
}

/* The texts in the language that @assessment is in. */
static gboolean
write_changes (KoyomiSession  *session,
               KoyomiEdit     *edit,
               KoyomiRecord   *assessment,
               gint64          id,
               GError        **error)
{
  KoyomiLanguage language = koyomi_record_get_language (assessment);
  g_autoptr(KoyomiRecord) row = koyomi_session_get (session, KOYOMI_TABLE_MATURITY, id, language, error);

  if (row == NULL)
    return FALSE;

  _koyomi_record_copy_fields (assessment, row, TRUE);

  return koyomi_edit_update (edit, row, error);
}

/* @assessment: as for koyomi_maturity_assess(). Returns: the row, or 0 on error */
static gint64
assess (KoyomiSession  *session,
        KoyomiEdit     *edit,
        KoyomiRecord   *assessment,
        GError        **error)
{
  gint64 function = koyomi_record_get_int (assessment, KOYOMI_MATURITY_FUNCTION);
  guint32 day = koyomi_record_get_day (assessment, KOYOMI_MATURITY_ASSESSED_DAY);
  g_autoptr(GPtrArray) records = koyomi_session_list (session, KOYOMI_TABLE_MATURITY, KOYOMI_MATURITY_FUNCTION, function,
                                                      koyomi_session_get_own_language (session), error);
  KoyomiRecord *newest;
  gint64 id;

  if (records == NULL)
    return 0;

  if (day == KOYOMI_DAY_NONE)
    day = koyomi_day_today ();
  newest = koyomi_maturity_find (records, function, koyomi_record_get_int (assessment, KOYOMI_MATURITY_MODE), day);
  id = is_same (newest, assessment) ? koyomi_record_get_id (newest) : insert_row (edit, newest, assessment, day, error);

  return id != 0 && write_changes (session, edit, assessment, id, error) ? id : 0;
}

/**
 * koyomi_maturity_assess:
 * @assessment: a new record of the table of maturity with the function, the mode, and whatever else is to be set; its texts in its
 *   language. What it does not set stays as it is
 *
 * Writes what was found out about a way of doing a function. With a day of assessment, the row of that day is written; another day
 * gives another row, which takes over level, goal and note from the newest before it. Without one, the newest row until today is
 * written, such as when only the goal is set; where there is none yet, a row of today.
 *
 * Returns: the row, or 0 on error
 */
gint64
koyomi_maturity_assess (KoyomiSession   *session,
                        KoyomiRecord    *assessment,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;
  gint64 id;

  g_return_val_if_fail (koyomi_record_get_table_id (assessment) == KOYOMI_TABLE_MATURITY, 0);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL)
    return 0;

  label = label_function (session, koyomi_record_get_int (assessment, KOYOMI_MATURITY_FUNCTION), language);
  id = assess (session, edit, assessment, error);

  return id != 0 && koyomi_edit_commit (edit, label, error) ? id : 0;
}

/* The ways of doing a function that have a goal already, but for those that are to end; else the ones that somebody has assessed; else
 * doing it in-house. */
static void
choose_modes (GPtrArray *records,
              gint64     function,
              gboolean  *chosen)
{
  KoyomiMaturityLevels levels[KOYOMI_N_EXECUTIONS];
  gboolean any = FALSE;

  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    {
      levels[mode] = koyomi_maturity_read_levels (koyomi_maturity_find (records, function, mode, koyomi_day_today ()));
      chosen[mode] = levels[mode].to_be >= KOYOMI_LEVEL_LOWEST;
      any = any || chosen[mode];
    }

  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS && !any; mode++)
    chosen[mode] = levels[mode].as_is >= KOYOMI_LEVEL_LOWEST && levels[mode].to_be == KOYOMI_LEVEL_UNKNOWN;
  if (!any && !chosen[KOYOMI_EXECUTION_OUTSOURCE])
    chosen[KOYOMI_EXECUTION_INSOURCE] = TRUE;
}

static gboolean
set_goal (KoyomiSession  *session,
          KoyomiEdit     *edit,
          gint64          function,
          int             level,
          guint32         day,
          GError        **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_autoptr(GPtrArray) records = koyomi_session_list (session, KOYOMI_TABLE_MATURITY, KOYOMI_MATURITY_FUNCTION, function, own, error);
  gboolean modes[KOYOMI_N_EXECUTIONS];

  if (records == NULL)
    return FALSE;

  choose_modes (records, function, modes);
  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    {
      g_autoptr(KoyomiRecord) goal = koyomi_record_new (KOYOMI_TABLE_MATURITY);

      koyomi_record_set_int (goal, KOYOMI_MATURITY_FUNCTION, function);
      koyomi_record_set_int (goal, KOYOMI_MATURITY_MODE, mode);
      koyomi_record_set_int (goal, KOYOMI_MATURITY_TO_BE, level);
      koyomi_record_set_int (goal, KOYOMI_MATURITY_TARGET_DAY, day);
      if (modes[mode] && assess (session, edit, goal, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static char *
label_goals (KoyomiSession  *session,
             GArray         *functions,
             int             level,
             KoyomiLanguage  language)
{
  g_autoptr(KoyomiRecord) record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *quoted = NULL;

  if (functions->len > 1)
    /* Translators: how many functions, and the level of maturity that they are to have */
    return g_strdup_printf (koyomi_tr (language, N_("Set the goal of %u functions to level %d")), functions->len, level);

  record = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, g_array_index (functions, gint64, 0), language, NULL);
  name = record != NULL ? _koyomi_function_name (record) : g_strdup ("");
  quoted = _koyomi_label_quote (name, language);

  /* Translators: a function, and the level of maturity that it is to have */
  return g_strdup_printf (koyomi_tr (language, N_("Set the goal of %s to level %d")), quoted, level);
}

/**
 * koyomi_maturity_set_goals:
 * @functions: (element-type gint64): at least one
 * @level: the goal for all of them
 * @day: until which it is to be reached; 0 for no day
 *
 * Gives several functions one goal, as one edit: each way of doing them that has a goal gets this one instead.
 */
gboolean
koyomi_maturity_set_goals (KoyomiSession   *session,
                           GArray          *functions,
                           int              level,
                           guint32          day,
                           KoyomiLanguage   language,
                           GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (functions->len > 0, FALSE);
  g_return_val_if_fail (level >= KOYOMI_LEVEL_LOWEST && level <= KOYOMI_LEVEL_HIGHEST, FALSE);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < functions->len; i++)
    if (!set_goal (session, edit, g_array_index (functions, gint64, i), level, day, error))
      return FALSE;

  label = label_goals (session, functions, level, language);

  return koyomi_edit_commit (edit, label, error);
}
