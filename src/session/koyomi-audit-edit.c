#include "koyomi-audit-edit.h"

#include "koyomi-audit-programme.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-run-edit-private.h"

/* The clause that asks for audits. */
#define AUDIT_CLAUSE "9.2.2"

static gboolean
has_control (const gint64 *controls,
             guint         n_controls,
             gint64        control)
{
  for (guint i = 0; i < n_controls; i++)
    if (controls[i] == control)
      return TRUE;

  return FALSE;
}

/* Takes away what is not to be looked at any more. What has been looked at, or left out for a reason, stays. */
static gboolean
remove_items (KoyomiEdit    *edit,
              GPtrArray     *items,
              const gint64  *controls,
              guint          n_controls,
              int           *n_changes,
              GError       **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (items, i);

      if (has_control (controls, n_controls, koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_CONTROL)) ||
          koyomi_audit_item_get_sampling (item) != KOYOMI_SAMPLING_PLANNED)
        continue;

      if (!koyomi_edit_delete (edit, KOYOMI_TABLE_AUDIT_ITEM, koyomi_record_get_id (item), error))
        return FALSE;
      (*n_changes)++;
    }

  return TRUE;
}

static gboolean
add_item (KoyomiEdit  *edit,
          GPtrArray   *items,
          gint64       audit,
          gint64       control,
          int         *n_changes,
          GError     **error)
{
  g_autoptr(KoyomiRecord) item = koyomi_record_new (KOYOMI_TABLE_AUDIT_ITEM);

  for (guint i = 0; i < items->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AUDIT_ITEM_CONTROL) == control)
      return TRUE;

  koyomi_record_set_int (item, KOYOMI_AUDIT_ITEM_AUDIT, audit);
  koyomi_record_set_int (item, KOYOMI_AUDIT_ITEM_CONTROL, control);
  (*n_changes)++;

  return koyomi_edit_insert (edit, item, error);
}

/**
 * koyomi_audit_add:
 * @audit: a new one
 * @controls: clauses and controls that it is to look at
 *
 * Returns: its key, or 0 on error
 */
gint64
koyomi_audit_add (KoyomiSession   *session,
                  KoyomiRecord    *audit,
                  const gint64    *controls,
                  guint            n_controls,
                  KoyomiLanguage   language,
                  GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  int n_changes = 0;

  if (edit == NULL || !koyomi_edit_insert (edit, audit, error))
    return 0;

  for (guint i = 0; i < n_controls; i++)
    if (!add_item (edit, items, koyomi_record_get_id (audit), controls[i], &n_changes, error))
      return 0;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_AUDIT, koyomi_record_get_id (audit), language);
  label = g_strdup_printf (koyomi_tr (language, N_("Add %s")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (audit) : 0;
}

/**
 * koyomi_audit_plan_items:
 * @controls: clauses and controls that the audit is to look at
 *
 * Items that have a result, or were left out for a reason, stay whatever is asked for.
 *
 * Returns: how many items were added or taken away, or -1 on error; 0 leaves no entry
 */
int
koyomi_audit_plan_items (KoyomiSession   *session,
                         gint64           audit,
                         const gint64    *controls,
                         guint            n_controls,
                         KoyomiLanguage   language,
                         GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  int n_changes = 0;

  if (edit == NULL ||
      (items = koyomi_session_list (session, KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_AUDIT, audit, language, error)) == NULL ||
      !remove_items (edit, items, controls, n_controls, &n_changes, error))
    return -1;

  for (guint i = 0; i < n_controls; i++)
    if (!add_item (edit, items, audit, controls[i], &n_changes, error))
      return -1;
  if (n_changes == 0)
    return 0;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_AUDIT, audit, language);
  /* Translators: the label of the edit that says what an audit looks at; the audit in quotation marks */
  label = g_strdup_printf (koyomi_tr (language, N_("Choose what %s looks at")), name);

  return koyomi_edit_commit (edit, label, error) ? n_changes : -1;
}

/**
 * koyomi_audit_plan_activity:
 * @function: of the calendar, in which the audit stands from now on
 *
 * Puts the audit into the calendar, on its own days. %KOYOMI_PLAN_ERROR_EXISTS when it stands there already.
 *
 * Returns: the key of the activity, or 0 on error
 */
gint64
koyomi_audit_plan_activity (KoyomiSession   *session,
                            gint64           audit,
                            gint64           function,
                            KoyomiLanguage   language,
                            GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) record = edit != NULL ? koyomi_session_get (session, KOYOMI_TABLE_AUDIT, audit,
                                                                      koyomi_session_get_own_language (session), error) : NULL;
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(KoyomiRecord) run = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return 0;
  if (!koyomi_record_is_none (record, KOYOMI_AUDIT_ACTIVITY))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS, "the audit is in the calendar already");
      return 0;
    }

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, function);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_TEAM, koyomi_record_get_int (record, KOYOMI_AUDIT_TEAM));
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, koyomi_record_get_title (record));
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_CLAUSE, AUDIT_CLAUSE);
  koyomi_record_set_int (record, KOYOMI_AUDIT_ACTIVITY, koyomi_record_get_id (activity));
  run = _koyomi_edit_insert_once (edit, session, activity, koyomi_record_get_day (record, KOYOMI_AUDIT_FIRST_DAY),
                                  koyomi_record_get_day (record, KOYOMI_AUDIT_LAST_DAY), error);
  if (run == NULL || !koyomi_edit_update (edit, record, error))
    return 0;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_AUDIT, audit, language);
  /* Translators: the label of the edit that puts an audit into the calendar; the audit in quotation marks */
  label = g_strdup_printf (koyomi_tr (language, N_("Put %s into the calendar")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (activity) : 0;
}
