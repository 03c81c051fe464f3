#include "koyomi-report-edit.h"

#include "koyomi-clock-table.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-text.h"

#include <string.h>

/* What a report must say. */

KoyomiReportDraft *
koyomi_session_load_report_draft (KoyomiSession   *session,
                                  gint64           incident,
                                  gint64           clock,
                                  KoyomiLanguage   language,
                                  GError         **error)
{
  g_autoptr(KoyomiRecord) about = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, incident, language, error);
  g_autoptr(KoyomiRecord) duty = about != NULL ? koyomi_session_get (session, KOYOMI_TABLE_CLOCK, clock, language, error) : NULL;
  g_autoptr(GPtrArray) texts = NULL;

  if (duty == NULL ||
      (texts = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_ITEM, KOYOMI_INCIDENT_ITEM_INCIDENT, incident, language, error)) == NULL)
    return NULL;

  koyomi_clock_table_complete (duty);

  return koyomi_report_draft_new (duty, about, texts, language);
}

static KoyomiRecord *
find_row (GPtrArray  *texts,
          const char *item)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (texts, i), KOYOMI_INCIDENT_ITEM_ITEM), item) == 0)
      return g_ptr_array_index (texts, i);

  return NULL;
}

static gboolean
write_item (KoyomiEdit    *edit,
            KoyomiRecord  *row,
            gint64         incident,
            const char    *item,
            const char    *text,
            GError       **error)
{
  g_autoptr(KoyomiRecord) new_row = NULL;

  if (koyomi_text_is_blank (text))
    return row == NULL || koyomi_edit_delete (edit, KOYOMI_TABLE_INCIDENT_ITEM, koyomi_record_get_id (row), error);

  if (row != NULL)
    {
      koyomi_record_set_text (row, KOYOMI_INCIDENT_ITEM_TEXT, text);
      return koyomi_edit_update (edit, row, error);
    }

  new_row = koyomi_record_new (KOYOMI_TABLE_INCIDENT_ITEM);
  koyomi_record_set_int (new_row, KOYOMI_INCIDENT_ITEM_INCIDENT, incident);
  koyomi_record_set_text (new_row, KOYOMI_INCIDENT_ITEM_ITEM, item);
  koyomi_record_set_text (new_row, KOYOMI_INCIDENT_ITEM_TEXT, text);

  return koyomi_edit_insert (edit, new_row, error);
}

/**
 * koyomi_session_set_report_item:
 * @item: the code of one that no field of the incident holds
 * @text: (nullable): nothing removes it
 *
 * Writes what all reports of the incident say of the item, in @language.
 */
gboolean
koyomi_session_set_report_item (KoyomiSession   *session,
                                gint64           incident,
                                const char      *item,
                                const char      *text,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(GPtrArray) texts = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);
  g_return_val_if_fail (koyomi_report_item_get_field (item) == 0, FALSE);

  if ((texts = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_ITEM, KOYOMI_INCIDENT_ITEM_INCIDENT, incident, language,
                                    error)) == NULL ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !write_item (edit, find_row (texts, item), incident, item, text, error))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_INCIDENT, incident, language);
  /* Translators: the label of an edit: an item of a report, such as “Secondary damage”, and the incident */
  label = g_strdup_printf (koyomi_tr (language, N_("Write “%s” for %s")), koyomi_report_item_get_label (item, language), name);

  return koyomi_edit_commit (edit, label, error);
}
