#include "koyomi-report-subjects.h"

#include "koyomi-drop-names.h"
#include "koyomi-report-subject.h"

/**
 * koyomi_report_subjects_offer:
 * @subjects: (element-type gint64): is given the keys of what the report can be about, in the order of the names
 * @shown: the key of what it is about so far; the latest is chosen where that is not there
 *
 * The drop-down is not seen where the report is about no single thing.
 */
void
koyomi_report_subjects_offer (GtkDropDown            *drop,
                              KoyomiWorkspace        *workspace,
                              const KoyomiReportKind *kind,
                              GArray                 *subjects,
                              gint64                  shown)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) records = NULL;
  guint selected = 0;

  g_array_set_size (subjects, 0);
  if (kind->subject != KOYOMI_REPORT_SUBJECT_NONE)
    records = koyomi_report_list_subjects (koyomi_workspace_get_session (workspace), kind, koyomi_workspace_get_language (workspace), NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      gint64 id = koyomi_record_get_id (record);
      g_autofree char *name = g_strdup_printf ("%s  %s", koyomi_record_get_text (record, KOYOMI_INCIDENT_NUMBER), koyomi_record_get_title (record));

      if (id == shown)
        selected = i;
      g_array_append_val (subjects, id);
      gtk_string_list_append (names, name);
    }

  koyomi_drop_down_set_names (drop, names, subjects->len > 0 ? selected : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (GTK_WIDGET (drop), subjects->len > 0);
}

/* Returns: the key of what is chosen; 0 for none */
gint64
koyomi_report_subjects_choose (GtkDropDown *drop,
                               GArray      *subjects)
{
  guint selected = gtk_drop_down_get_selected (drop);

  return selected < subjects->len ? g_array_index (subjects, gint64, selected) : 0;
}
