#include "koyomi-export-matrix-rows.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-export-quarter-row.h"

/* The shapes of a text table, in the order of their row. */
enum
{
  SHAPE_LIST,    /* a row an assignment */
  SHAPE_WIDE,    /* a column a team */
};

struct _KoyomiExportMatrixRows
{
  KoyomiWorkspace *workspace;
  GPtrArray       *catalogues;      /* (element-type KoyomiRecord): those of the row */
  AdwComboRow     *catalogue_row;
  KoyomiDayEntry  *day_entry;
  AdwComboRow     *shape_row;
};

static const char *tr (KoyomiExportMatrixRows *self,
                       const char             *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiExportMatrixRows *self,
    const char             *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static void
add_catalogue (KoyomiExportMatrixRows *self,
               AdwPreferencesGroup    *group,
               gint64                  catalogue)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint shown = 0;

  for (guint i = 0; i < self->catalogues->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (self->catalogues, i);

      gtk_string_list_append (names, koyomi_record_get_title (record));
      if (koyomi_record_get_id (record) == catalogue)
        shown = i;
    }

  self->catalogue_row = koyomi_export_choice_row_new (group, tr (self, N_("C_atalogue")), names);
  adw_combo_row_set_selected (self->catalogue_row, shown);
}

static gboolean
keep_day_cb (void)
{
  return TRUE;
}

static void
add_day (KoyomiExportMatrixRows *self,
         AdwPreferencesGroup    *group,
         guint32                 day)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *entry = koyomi_day_entry_new (tr (self, N_("Matrix as _of")), koyomi_workspace_get_language (self->workspace));

  gtk_widget_set_margin_top (entry, 8);
  gtk_widget_set_margin_bottom (entry, 8);
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), entry);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (group, row);

  self->day_entry = g_object_ref (KOYOMI_DAY_ENTRY (entry));
  koyomi_day_entry_replace_day (self->day_entry, day);
  g_signal_connect (entry, "commit", G_CALLBACK (keep_day_cb), NULL);
}

static void
add_shape (KoyomiExportMatrixRows *self,
           AdwPreferencesGroup    *group)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, tr (self, N_("A row for each assignment")));
  gtk_string_list_append (names, tr (self, N_("A column for each team")));
  self->shape_row = koyomi_export_choice_row_new (group, tr (self, N_("_Shape")), names);
}

/* Adds the rows to @group. Proposes what is on the screen. */
KoyomiExportMatrixRows *
koyomi_export_matrix_rows_new (AdwPreferencesGroup       *group,
                               KoyomiWorkspace           *workspace,
                               const KoyomiExportRequest *request)
{
  KoyomiExportMatrixRows *self = g_new0 (KoyomiExportMatrixRows, 1);

  self->workspace = g_object_ref (workspace);
  self->catalogues = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_CATALOGUE, 0, 0,
                                          koyomi_workspace_get_language (workspace), NULL);
  if (self->catalogues == NULL)
    self->catalogues = g_ptr_array_new ();
  add_catalogue (self, group, request->catalogue);
  add_day (self, group, request->day);
  add_shape (self, group);

  return self;
}

void
koyomi_export_matrix_rows_free (KoyomiExportMatrixRows *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->workspace);
  g_ptr_array_unref (self->catalogues);
  g_object_unref (self->catalogue_row);
  g_object_unref (self->day_entry);
  g_object_unref (self->shape_row);
  g_free (self);
}

/* Only a text table has a shape to choose. */
void
koyomi_export_matrix_rows_show_format (KoyomiExportMatrixRows *self,
                                       KoyomiExportFormat      format)
{
  gtk_widget_set_visible (GTK_WIDGET (self->shape_row), format == KOYOMI_EXPORT_FORMAT_CSV);
}

static KoyomiRecord *
get_catalogue (KoyomiExportMatrixRows *self)
{
  guint index = adw_combo_row_get_selected (self->catalogue_row);

  return index < self->catalogues->len ? g_ptr_array_index (self->catalogues, index) : NULL;
}

/**
 * koyomi_export_matrix_rows_read:
 * @options: (inout): the catalogue in it is valid as long as @self
 *
 * Returns: FALSE when what was typed is no day: the field says so then
 */
gboolean
koyomi_export_matrix_rows_read (KoyomiExportMatrixRows    *self,
                                KoyomiMatrixExportOptions *options)
{
  KoyomiRecord *catalogue = get_catalogue (self);

  if (!koyomi_day_entry_commit (self->day_entry))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->day_entry));
      return FALSE;
    }

  options->catalogue = catalogue != NULL ? koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE) : NULL;
  options->day = koyomi_day_entry_get_day (self->day_entry);
  options->is_wide = adw_combo_row_get_selected (self->shape_row) == SHAPE_WIDE;

  return TRUE;
}

/* Returns: (transfer full): without the ending; the day is always in it, because people keep one matrix beside the next */
char *
koyomi_export_matrix_rows_propose_name (KoyomiExportMatrixRows *self,
                                        KoyomiLanguage          language)
{
  KoyomiRecord *catalogue = get_catalogue (self);
  g_autofree char *title = g_strdelimit (g_strdup (catalogue != NULL ? koyomi_record_get_title (catalogue) : ""), "/", '-');
  g_autofree char *day = koyomi_day_format (koyomi_day_entry_get_day (self->day_entry));

  /* Translators: the name proposed for a file; a catalogue, and a day */
  return g_strdup_printf (koyomi_tr (language, "Functions-and-teams-%s-%s"), title, day);
}
