#include "koyomi-record-edit.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-finding-edit.h"
#include "koyomi-run-edit.h"
#include "koyomi-session-private.h"

static gboolean
check_is_no_plan (KoyomiTableId   table,
                  GError        **error)
{
  if (table != KOYOMI_TABLE_PLAN)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a plan has one row of its own");

  return FALSE;
}

/* Adds a row under the label “Add …”. Its texts become the plan's own.
 * Returns: its key, or 0 on error */
gint64
koyomi_session_add (KoyomiSession   *self,
                    KoyomiRecord    *record,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_RECORD (record), 0);

  if (!check_is_no_plan (koyomi_record_get_table_id (record), error) ||
      (edit = koyomi_session_begin_edit (self, error)) == NULL ||
      !koyomi_edit_insert (edit, record, error))
    return 0;

  name = _koyomi_label_name_row (self, koyomi_record_get_table_id (record), koyomi_record_get_id (record), language);
  label = g_strdup_printf (koyomi_tr (language, N_("Add %s")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (record) : 0;
}

static void
copy_field (KoyomiRecord *from,
            KoyomiRecord *to,
            int           constant)
{
  switch (koyomi_record_get_table (from)->fields[KOYOMI_FIELD_INDEX (constant)].type)
    {
    case KOYOMI_FIELD_TEXT:
      koyomi_record_set_text (to, constant, koyomi_record_get_text (from, constant));
      break;
    case KOYOMI_FIELD_REAL:
      koyomi_record_set_real (to, constant, koyomi_record_get_real (from, constant));
      break;
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_REF:
    case KOYOMI_FIELD_INT:
    case KOYOMI_FIELD_BOOL:
    case KOYOMI_FIELD_ENUM:
    case KOYOMI_FIELD_DAY:
    case KOYOMI_FIELD_TIME:
    default:
      koyomi_record_set_int (to, constant, koyomi_record_get_int (from, constant));
      break;
    }
}

/* All fields but the key, or of them those that were set in @from. */
void
_koyomi_record_copy_fields (KoyomiRecord *from,
                            KoyomiRecord *to,
                            gboolean      only_changed)
{
  KoyomiTableId table = koyomi_record_get_table_id (from);

  for (guint i = 1; i < koyomi_record_get_table (from)->n_fields; i++)
    if (!only_changed || koyomi_record_is_changed (from, table << 8 | i))
      copy_field (from, to, table << 8 | i);
}

/* Returns: (transfer full): the row as it now stands in the plan, with what was set in @record set in it. So the record still knows
 *   what it wants when the edit fails. */
KoyomiRecord *
_koyomi_session_read_changed (KoyomiSession  *self,
                              KoyomiRecord   *record,
                              GError        **error)
{
  KoyomiTableId table = koyomi_record_get_table_id (record);
  KoyomiRecord *fresh = koyomi_session_get (self, table, koyomi_record_get_id (record), koyomi_record_get_language (record), error);

  if (fresh != NULL)
    _koyomi_record_copy_fields (record, fresh, TRUE);

  return fresh;
}

/* Writes the fields that were set since @record was read, its texts in the language that it was read in, under a label such as
 * “Change the result of …”. A field that stands like that already is no change, and an edit without any leaves no entry. When it
 * fails, the record still has its changes. A finding is saved as koyomi_finding_save() has it. */
gboolean
koyomi_session_save (KoyomiSession   *self,
                     KoyomiRecord    *record,
                     KoyomiLanguage   language,
                     GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(KoyomiRecord) fresh = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_RECORD (record), FALSE);

  if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_FINDING)
    return koyomi_finding_save (self, record, NULL, language, error);

  if ((edit = koyomi_session_begin_edit (self, error)) == NULL ||
      (fresh = _koyomi_session_read_changed (self, record, error)) == NULL)
    return FALSE;

  name = _koyomi_label_name_row (self, koyomi_record_get_table_id (record), koyomi_record_get_id (record), language);
  label = _koyomi_label_change (fresh, name, language);
  if (!koyomi_edit_update (edit, fresh, error) || !koyomi_edit_commit (edit, label, error))
    return FALSE;

  koyomi_record_mark_unchanged (record);

  return TRUE;
}

/* Removes a row, and what cannot be without it, under the label “Delete …”. A run goes as koyomi_runs_delete() has it. */
gboolean
koyomi_session_remove (KoyomiSession   *self,
                       KoyomiTableId    table,
                       gint64           id,
                       KoyomiLanguage   language,
                       GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(KoyomiRecord) record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (table == KOYOMI_TABLE_OCCURRENCE)
    return koyomi_runs_delete (self, &id, 1, language, error);

  if (!check_is_no_plan (table, error) ||
      (edit = koyomi_session_begin_edit (self, error)) == NULL ||
      (record = koyomi_session_get (self, table, id, language, error)) == NULL)
    return FALSE;

  name = _koyomi_label_name_row (self, table, id, language);
  label = g_strdup_printf (koyomi_tr (language, N_("Delete %s")), name);

  return koyomi_edit_delete (edit, table, id, error) && koyomi_edit_commit (edit, label, error);
}
