#include "koyomi-sourcing-table.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-function-teams-private.h"
#include "koyomi-plan-edit-private.h"
#include "koyomi-text.h"

static void
free_row (KoyomiSourcingRow *self)
{
  g_clear_object (&self->group);
  g_clear_object (&self->function);
  g_clear_object (&self->waiver);
  g_free (self->team);
  g_free (self);
}

void
koyomi_sourcing_table_free (KoyomiSourcingTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->mismatches, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* A plan for which nobody has chosen one is hybrid. */
KoyomiSourcingPattern
koyomi_session_get_sourcing_pattern (KoyomiSession *session)
{
  gint64 word = koyomi_record_get_int (koyomi_session_get_plan (session), KOYOMI_PLAN_SOURCING_PATTERN);

  return word > 0 ? word - 1 : KOYOMI_SOURCING_PATTERN_HYBRID;
}

gboolean
koyomi_session_set_sourcing_pattern (KoyomiSession          *session,
                                     KoyomiSourcingPattern   pattern,
                                     KoyomiLanguage          language,
                                     GError                **error)
{
  g_autoptr(KoyomiRecord) plan = koyomi_session_dup_plan (session, language, error);

  if (plan == NULL)
    return FALSE;

  koyomi_record_set_int (plan, KOYOMI_PLAN_SOURCING_PATTERN, (gint64) pattern + 1);

  return _koyomi_plan_edit (session, plan, koyomi_tr (language, N_("Change the sourcing pattern")), error);
}

static gboolean
accepts (KoyomiRecord *waiver,
         gint64        function,
         guint32       day)
{
  guint32 until = koyomi_record_get_day (waiver, KOYOMI_WAIVER_UNTIL_DAY);

  return g_str_equal (koyomi_record_get_text (waiver, KOYOMI_WAIVER_RULE), KOYOMI_SOURCING_RULE) &&
         koyomi_record_get_int (waiver, KOYOMI_WAIVER_FUNCTION) == function &&
         koyomi_record_get_day (waiver, KOYOMI_WAIVER_DECIDED_DAY) <= day && (until == KOYOMI_DAY_NONE || day <= until);
}

static KoyomiRecord *
find_waiver (GPtrArray *waivers,
             gint64     function,
             guint32    day)
{
  for (guint i = 0; i < waivers->len; i++)
    if (accepts (g_ptr_array_index (waivers, i), function, day))
      return g_ptr_array_index (waivers, i);

  return NULL;
}

static KoyomiSourcing
get_actual (GPtrArray *teams)
{
  KoyomiSourcing actual = 0;

  for (guint i = 0; i < teams->len; i++)
    actual |= koyomi_sourcing_of_team (koyomi_record_get_int (g_ptr_array_index (teams, i), KOYOMI_TEAM_KIND));

  return actual;
}

static KoyomiRecord *
find_group (GPtrArray    *groups,
            KoyomiRecord *function)
{
  for (guint i = 0; i < groups->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (groups, i)) == koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP))
      return g_ptr_array_index (groups, i);

  g_assert_not_reached ();
}

static void
add_row (KoyomiSourcingTable *self,
         KoyomiRecord        *group,
         KoyomiRecord        *function,
         GPtrArray           *teams,
         GPtrArray           *waivers,
         KoyomiLanguage       language)
{
  KoyomiSourcingRow *row = g_new0 (KoyomiSourcingRow, 1);

  row->group = g_object_ref (group);
  row->function = g_object_ref (function);
  row->area = koyomi_record_get_int (function, KOYOMI_FUNCTION_AREA);
  row->recommended = koyomi_sourcing_recommend (self->pattern, row->area);
  row->actual = get_actual (teams);
  row->is_mismatch = !koyomi_sourcing_is_met (row->recommended, row->actual);
  row->team = _koyomi_function_teams_join_names (teams, language);
  g_set_object (&row->waiver, find_waiver (waivers, koyomi_record_get_id (function), self->day));
  g_ptr_array_add (self->rows, row);
}

/* What is still to be settled first, then what was accepted. */
static void
list_mismatches (KoyomiSourcingTable *self)
{
  for (guint accepted = 0; accepted < 2; accepted++)
    {
      for (guint i = 0; i < self->rows->len; i++)
        {
          KoyomiSourcingRow *row = g_ptr_array_index (self->rows, i);

          if (row->is_mismatch && (row->waiver != NULL) == (accepted == 1))
            g_ptr_array_add (self->mismatches, row);
        }

      if (accepted == 0)
        self->n_open = self->mismatches->len;
    }
}

/**
 * koyomi_session_load_sourcing:
 * @day: on which the assignments and the waivers hold
 *
 * Compares who does the functions of a catalogue with what the plan's pattern recommends for their areas.
 */
KoyomiSourcingTable *
koyomi_session_load_sourcing (KoyomiSession   *session,
                              gint64           catalogue,
                              guint32          day,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiSourcingTable) self = g_new0 (KoyomiSourcingTable, 1);
  g_auto(KoyomiCatalogueFunctions) functions = { 0 };
  g_autoptr(KoyomiFunctionTeams) teams = NULL;
  g_autoptr(GPtrArray) waivers = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self->pattern = koyomi_session_get_sourcing_pattern (session);
  self->day = day;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->mismatches = g_ptr_array_new ();

  if (!_koyomi_catalogue_functions_load (&functions, session, catalogue, language, error) ||
      (teams = _koyomi_function_teams_load (session, language, error)) == NULL ||
      (waivers = koyomi_session_list (session, KOYOMI_TABLE_WAIVER, 0, 0, language, error)) == NULL)
    return NULL;

  for (guint i = 0; i < functions.functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions.functions, i);
      g_autoptr(GPtrArray) responsible = _koyomi_function_teams_list_letter (teams, koyomi_record_get_id (function), KOYOMI_LETTERS_R, day);

      add_row (self, find_group (functions.groups, function), function, responsible, waivers, language);
    }

  list_mismatches (self);

  return g_steal_pointer (&self);
}

static char *
label_accept (KoyomiSession  *session,
              gint64          function,
              KoyomiLanguage  language)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, function, language, NULL);
  g_autofree char *name = record != NULL ? _koyomi_function_name (record) : g_strdup ("");
  g_autofree char *quoted = _koyomi_label_quote (name, language);

  /* Translators: a function */
  return g_strdup_printf (koyomi_tr (language, N_("Accept the sourcing of %s")), quoted);
}

/**
 * koyomi_session_accept_sourcing:
 * @reason: why it is all right; not blank
 * @until_day: counted in; 0 for ever
 *
 * Accepts from today on that the sourcing of a function differs from what is recommended. It is a waiver like those of other rules,
 * and taken back by removing it.
 *
 * Returns: the waiver, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT without a reason
 */
gint64
koyomi_session_accept_sourcing (KoyomiSession   *session,
                                gint64           function,
                                const char      *reason,
                                const char      *decided_by,
                                guint32          until_day,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(KoyomiRecord) waiver = koyomi_record_new (KOYOMI_TABLE_WAIVER);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (koyomi_text_is_blank (reason))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "what is accepted needs a reason");
      return 0;
    }

  koyomi_record_set_text (waiver, KOYOMI_WAIVER_RULE, KOYOMI_SOURCING_RULE);
  koyomi_record_set_int (waiver, KOYOMI_WAIVER_FUNCTION, function);
  koyomi_record_set_text (waiver, KOYOMI_WAIVER_REASON, reason);
  koyomi_record_set_text (waiver, KOYOMI_WAIVER_DECIDED_BY, decided_by);
  koyomi_record_set_int (waiver, KOYOMI_WAIVER_DECIDED_DAY, koyomi_day_today ());
  koyomi_record_set_int (waiver, KOYOMI_WAIVER_UNTIL_DAY, until_day);
  if ((edit = koyomi_session_begin_edit (session, error)) == NULL || !koyomi_edit_insert (edit, waiver, error))
    return 0;

  label = label_accept (session, function, language);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (waiver) : 0;
}
