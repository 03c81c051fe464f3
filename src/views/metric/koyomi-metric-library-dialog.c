#include "koyomi-metric-library-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-metric-definition.h"
#include "koyomi-reference.h"
#include "koyomi-row-table.h"

typedef struct
{
  KoyomiWorkspace *workspace;
  GArray          *rows;      /* (element-type guint): of the library, as the table shows them */
  GtkWidget       *table;     /* not owned */
} Library;

static void
free_library (gpointer  data,
              GClosure *closure)
{
  Library *self = data;

  g_object_unref (self->workspace);
  g_array_unref (self->rows);
  g_free (self);
}

static const char *tr (Library    *self,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Library    *self,
    const char *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Library *self = data;
  g_autoptr(GArray) chosen = koyomi_row_table_list_chosen (KOYOMI_ROW_TABLE (self->table));
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < chosen->len; i++)
    g_array_index (chosen, guint, i) = g_array_index (self->rows, guint, g_array_index (chosen, guint, i));

  if (koyomi_session_add_library_metrics (koyomi_workspace_get_session (self->workspace), (guint *) chosen->data, chosen->len,
                                          koyomi_workspace_get_language (self->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, tr (self, N_("The KPI was not added")), error);

  return FALSE;
}

static void
add_line (Library *self,
          guint    row)
{
  const KoyomiReference *library = koyomi_reference_get ("reference/kpis");
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GStrv cells = g_new0 (char *, 4);

  cells[0] = g_strdup (koyomi_reference_get_localized (library, row, "name", language));
  cells[1] = g_strdup (koyomi_reference_get_text (library, row, "id"));
  cells[2] = g_strdup (koyomi_reference_get_localized (library, row, "formula", language));
  koyomi_row_table_take_row (KOYOMI_ROW_TABLE (self->table), cells);
}

static void
fill_table (Library *self)
{
  self->table = koyomi_row_table_new (tr (self, N_("Library of KPIs")));
  koyomi_row_table_set_multiple (KOYOMI_ROW_TABLE (self->table));
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("KPI")), FALSE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("Code")), TRUE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("Formula")), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    add_line (self, g_array_index (self->rows, guint, i));
  koyomi_row_table_show (KOYOMI_ROW_TABLE (self->table));
  gtk_widget_set_size_request (self->table, 640, 260);
  gtk_widget_set_vexpand (self->table, TRUE);
}

static GtkWidget *
make_hint (Library *self)
{
  GtkWidget *label = gtk_label_new (self->rows->len > 0
                                    ? tr (self, N_("KPIs that this plan does not have. Choose several with Ctrl or Shift."))
                                    : tr (self, N_("This plan has every KPI of the library.")));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

void
koyomi_metric_library_dialog_present (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  GArray *rows = koyomi_session_list_library_metrics (koyomi_workspace_get_session (workspace), &error);
  KoyomiFormDialog *dialog;
  Library *self;

  if (rows == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, N_("The plan could not be read")), error);
      return;
    }

  self = g_new0 (Library, 1);
  self->workspace = g_object_ref (workspace);
  self->rows = rows;
  dialog = koyomi_form_dialog_new (parent, language, tr (self, N_("Add from the Library")), tr (self, N_("_Add")));
  fill_table (self);
  koyomi_form_dialog_append (dialog, make_hint (self));
  koyomi_form_dialog_append (dialog, self->table);
  gtk_widget_set_visible (self->table, rows->len > 0);
  koyomi_form_dialog_set_can_accept (dialog, rows->len > 0);
  koyomi_form_dialog_set_first_focus (dialog, self->table);
  koyomi_form_dialog_make_tall (dialog);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), self, free_library, 0);
  koyomi_form_dialog_present (dialog);
}
