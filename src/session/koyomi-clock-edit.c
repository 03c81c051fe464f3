#include "koyomi-clock-edit.h"

#include "koyomi-clock-table.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-references.h"
#include "koyomi-text.h"

#include <string.h>

/* A duty of the company's own, not in the plan yet: 24 hours from awareness until somebody says otherwise. */
KoyomiRecord *
koyomi_clock_new_own (KoyomiLanguage language)
{
  KoyomiRecord *clock = koyomi_record_new (KOYOMI_TABLE_CLOCK);

  koyomi_record_take_text (clock, KOYOMI_CLOCK_CODE, g_strdup_printf ("own-%" G_GINT64_FORMAT, koyomi_record_get_id (clock)));
  koyomi_record_set_text (clock, KOYOMI_CLOCK_REGIME, koyomi_tr (language, N_("Company rule")));
  koyomi_record_set_text (clock, KOYOMI_CLOCK_JURISDICTION, "any");
  koyomi_record_set_text (clock, KOYOMI_CLOCK_CLOCK_START, koyomi_clock_start_get_nick (KOYOMI_CLOCK_START_AWARE));
  koyomi_record_set_text (clock, KOYOMI_CLOCK_UNIT, koyomi_clock_unit_get_nick (KOYOMI_CLOCK_UNIT_HOURS));
  koyomi_record_set_text (clock, KOYOMI_CLOCK_ROLL_RULE, koyomi_clock_roll_get_nick (KOYOMI_CLOCK_ROLL_NONE));
  koyomi_record_set_text (clock, KOYOMI_CLOCK_CONFIDENCE, "n/a");
  koyomi_record_set_text (clock, KOYOMI_CLOCK_ITEMS, "outline impact measures");
  koyomi_record_set_real (clock, KOYOMI_CLOCK_AMOUNT, 24);
  koyomi_record_set_language (clock, language);

  return clock;
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, why);

  return FALSE;
}

static gboolean
check_amounts (const KoyomiClock  *rule,
               GError            **error)
{
  if (koyomi_clock_unit_has_amount (rule->unit) && rule->amount <= 0)
    return refuse (error, "the limit has no number");

  if (!koyomi_clock_unit_has_amount (rule->unit) && (rule->amount > 0 || rule->warn_amount > 0))
    return refuse (error, "a limit without a number cannot have an amount");

  if (rule->warn_amount > rule->amount)
    return refuse (error, "the time to warn comes after the limit");

  return TRUE;
}

/* A stage counts from a notice that some other clock has. */
static gboolean
check_stage (KoyomiSession      *session,
             KoyomiRecord       *clock,
             const KoyomiClock  *rule,
             GError            **error)
{
  const char *after = koyomi_record_get_text (clock, KOYOMI_CLOCK_AFTER_NOTICE);
  g_autoptr(GPtrArray) clocks = NULL;

  if (rule->start < KOYOMI_CLOCK_START_PREVIOUS_STAGE)
    return TRUE;

  if ((clocks = koyomi_session_list (session, KOYOMI_TABLE_CLOCK, 0, 0, koyomi_session_get_own_language (session), error)) == NULL)
    return FALSE;

  for (guint i = 0; i < clocks->len; i++)
    {
      KoyomiRecord *other = g_ptr_array_index (clocks, i);

      koyomi_clock_table_complete (other);
      if (koyomi_record_get_id (other) != koyomi_record_get_id (clock) && strcmp (koyomi_clock_table_get_notice (other), after) == 0)
        return TRUE;
    }

  return refuse (error, "no other reporting duty is the stage that it counts from");
}

/* Whether the duty could be saved as it is; else %KOYOMI_PLAN_ERROR_CONSTRAINT says why not. */
gboolean
koyomi_session_check_clock (KoyomiSession  *session,
                            KoyomiRecord   *clock,
                            GError        **error)
{
  g_auto(KoyomiClock) rule = { 0 };
  g_autoptr(GError) unreadable = NULL;

  g_return_val_if_fail (koyomi_record_get_table_id (clock) == KOYOMI_TABLE_CLOCK, FALSE);

  if (koyomi_text_is_blank (koyomi_record_get_text (clock, KOYOMI_CLOCK_REGIME)))
    return refuse (error, "a reporting duty needs the name of its law or rule");

  if (!koyomi_clock_read (&rule, clock, &unreadable))
    return refuse (error, unreadable->message);

  return check_amounts (&rule, error) && check_stage (session, clock, &rule, error);
}

static gboolean
set_last (KoyomiSession  *session,
          KoyomiRecord   *clock,
          GError        **error)
{
  gint64 n_clocks = koyomi_session_count (session, KOYOMI_TABLE_CLOCK, error);

  if (n_clocks < 0)
    return FALSE;

  koyomi_record_set_int (clock, KOYOMI_CLOCK_POSITION, n_clocks + 1);

  return TRUE;
}

/**
 * koyomi_session_save_clock:
 * @clock: a row of the plan, or one of koyomi_clock_new_own() that is not in it yet
 *
 * Checks and writes the duty, as one edit.
 */
gboolean
koyomi_session_save_clock (KoyomiSession   *session,
                           KoyomiRecord    *clock,
                           KoyomiLanguage   language,
                           GError         **error)
{
  g_autoptr(KoyomiRecord) before = koyomi_session_get (session, KOYOMI_TABLE_CLOCK, koyomi_record_get_id (clock), language, NULL);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (!koyomi_session_check_clock (session, clock, error) ||
      (before == NULL && !set_last (session, clock, error)) ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !(before == NULL ? koyomi_edit_insert (edit, clock, error) : koyomi_edit_update (edit, clock, error)))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_CLOCK, koyomi_record_get_id (clock), language);
  /* Translators: the labels of the edits that add and change a reporting duty: its law */
  label = g_strdup_printf (before == NULL ? koyomi_tr (language, N_("Add the reporting duty %s"))
                                          : koyomi_tr (language, N_("Change the reporting duty %s")), name);

  return koyomi_edit_commit (edit, label, error);
}

/* Turns a duty off, so that new incidents do not have it, or on again. Incidents on which it was decided keep it. */
gboolean
koyomi_session_set_clock_off (KoyomiSession   *session,
                              gint64           clock,
                              gboolean         off,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_CLOCK, clock, language, error);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (record == NULL || (edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  koyomi_record_set_int (record, KOYOMI_CLOCK_OFF, off);
  if (!koyomi_edit_update (edit, record, error))
    return FALSE;

  title = koyomi_incident_clock_dup_title (&(KoyomiIncidentClock) { .clock = record }, language);
  /* Translators: the labels of the edits that turn a reporting duty off and on */
  label = g_strdup_printf (off ? koyomi_tr (language, N_("Turn off “%s”")) : koyomi_tr (language, N_("Turn on “%s”")), title);

  return koyomi_edit_commit (edit, label, error);
}

static gboolean
check_unused (KoyomiSession  *session,
              KoyomiRecord   *clock,
              GError        **error)
{
  g_autoptr(GArray) referring = koyomi_session_list_referring (session, KOYOMI_TABLE_CLOCK, koyomi_record_get_id (clock), error);

  if (referring == NULL)
    return FALSE;

  if (koyomi_clock_table_is_shipped (clock))
    return refuse (error, "a reporting duty that came with the program can only be turned off");

  return referring->len == 0 || refuse (error, "incidents or obligations use the reporting duty: turn it off");
}

/* Whether it is the company's own, and nothing uses it. */
gboolean
koyomi_session_can_delete_clock (KoyomiSession *session,
                                 gint64         clock)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_CLOCK, clock, koyomi_session_get_own_language (session), NULL);

  return record != NULL && check_unused (session, record, NULL);
}

/* %KOYOMI_PLAN_ERROR_CONSTRAINT unless koyomi_session_can_delete_clock(). */
gboolean
koyomi_session_delete_clock (KoyomiSession   *session,
                             gint64           clock,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_CLOCK, clock, language, error);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (record == NULL || !check_unused (session, record, error))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_CLOCK, clock, language);
  if ((edit = koyomi_session_begin_edit (session, error)) == NULL || !koyomi_edit_delete (edit, KOYOMI_TABLE_CLOCK, clock, error))
    return FALSE;

  /* Translators: the label of the edit that deletes a reporting duty: its law */
  label = g_strdup_printf (koyomi_tr (language, N_("Delete the reporting duty %s")), name);

  return koyomi_edit_commit (edit, label, error);
}
