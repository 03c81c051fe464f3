#include "koyomi-import-dialog.h"

#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-import-bar.h"
#include "koyomi-import-columns.h"
#include "koyomi-import-reading.h"
#include "koyomi-report-error.h"
#include "koyomi-table-chooser.h"
#include "koyomi-ui.h"
#include "koyomi-work.h"

#include <adwaita.h>
#include <string.h>

/* Which rows are shown. */
enum
{
  SHOW_CHANGES,    /* with those that have errors */
  SHOW_ALL,
  SHOW_ACTION,     /* one each action follows */
};

#define KOYOMI_TYPE_IMPORT_DIALOG (koyomi_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiImportDialog, koyomi_import_dialog, KOYOMI, IMPORT_DIALOG, AdwWindow)

struct _KoyomiImportDialog
{
  AdwWindow            parent_instance;

  KoyomiWorkspace     *workspace;
  GFile               *file;
  char                *path;
  KoyomiImport        *import;          /* NULL while there is no dry run */
  GListStore          *rows;            /* (element-type KoyomiImportRow) */
  GListStore          *notes;           /* likewise */
  GHashTable          *by_number;       /* row of the file -> (element-type KoyomiImportRow); borrowed */
  GtkFilter           *filter;
  gboolean             is_filling;

  AdwWindowTitle      *title_label;
  GtkWidget           *import_button;
  GtkBox              *bar_box;
  KoyomiImportBar     *bar;
  GtkLabel            *summary_label;
  GtkWidget           *error_box;
  GtkLabel            *error_label;
  GtkWidget           *leave_out_button;
  GtkDropDown         *filter_drop;
  GtkWidget           *copy_button;
  GtkStack            *stack;
  GtkStackPage        *rows_page;
  GtkStackPage        *notes_page;
  GtkColumnView       *rows_view;
  GtkWidget           *none_label;
  GtkColumnView       *notes_view;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiImportDialog, title_label),
  KOYOMI_UI_CHILD (KoyomiImportDialog, import_button),
  KOYOMI_UI_CHILD (KoyomiImportDialog, bar_box),
  KOYOMI_UI_CHILD (KoyomiImportDialog, summary_label),
  KOYOMI_UI_CHILD (KoyomiImportDialog, error_box),
  KOYOMI_UI_CHILD (KoyomiImportDialog, error_label),
  KOYOMI_UI_CHILD (KoyomiImportDialog, leave_out_button),
  KOYOMI_UI_CHILD (KoyomiImportDialog, filter_drop),
  KOYOMI_UI_CHILD (KoyomiImportDialog, copy_button),
  KOYOMI_UI_CHILD (KoyomiImportDialog, stack),
  KOYOMI_UI_CHILD (KoyomiImportDialog, rows_page),
  KOYOMI_UI_CHILD (KoyomiImportDialog, notes_page),
  KOYOMI_UI_CHILD (KoyomiImportDialog, rows_view),
  KOYOMI_UI_CHILD (KoyomiImportDialog, none_label),
  KOYOMI_UI_CHILD (KoyomiImportDialog, notes_view),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiImportDialog, koyomi_import_dialog, ADW_TYPE_WINDOW)

static void read_file (KoyomiImportDialog *self);

static KoyomiLanguage
get_language (KoyomiImportDialog *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static void
update_button (KoyomiImportDialog *self)
{
  KoyomiLanguage language = get_language (self);
  guint n = koyomi_import_count_changes (self->import);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (koyomi_tr (language, "Nothing to Import"));
  else
    text = g_strdup_printf (koyomi_ntr (language, "_Import %u Change", "_Import %u Changes", n), n);

  gtk_button_set_label (GTK_BUTTON (self->import_button), text);
  gtk_widget_set_sensitive (self->import_button, n > 0 && koyomi_workspace_can_edit (self->workspace) &&
                                                 koyomi_import_count_notes (self->import, KOYOMI_IMPORT_ERROR) == 0);
}

static void
update_errors (KoyomiImportDialog *self)
{
  guint n = koyomi_import_count_notes (self->import, KOYOMI_IMPORT_ERROR);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->error_box, n > 0);
  if (n == 0)
    return;

  text = g_strdup_printf (koyomi_ntr (get_language (self),
                                      "%u cell cannot be taken over. Correct it in the file, or leave out its row.",
                                      "%u cells cannot be taken over. Correct them in the file, or leave out their rows.", n), n);
  gtk_label_set_label (self->error_label, text);
}

static void
update (KoyomiImportDialog *self)
{
  g_autofree char *lines = koyomi_import_summarize (self->import, get_language (self));
  g_auto(GStrv) parts = g_strsplit (lines, "\n", -1);
  g_autofree char *summary = g_strjoinv ("   ", parts);

  gtk_label_set_label (self->summary_label, summary);
  update_errors (self);
  update_button (self);
}

/* All lines of one row of the file are taken or left out together. */
static void
wanted_cb (KoyomiImportRow    *row,
           GParamSpec         *pspec,
           KoyomiImportDialog *self)
{
  GPtrArray *others = g_hash_table_lookup (self->by_number, GUINT_TO_POINTER (koyomi_import_row_get_number (row)));

  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  for (guint i = 0; i < others->len; i++)
    if (g_ptr_array_index (others, i) != row)
      koyomi_import_row_refresh (g_ptr_array_index (others, i));
  self->is_filling = FALSE;
  update (self);
}

static void
add_row (KoyomiImportDialog *self,
         KoyomiImportRow    *row,
         GPtrArray          *rows)
{
  gpointer number = GUINT_TO_POINTER (koyomi_import_row_get_number (row));
  GPtrArray *others = g_hash_table_lookup (self->by_number, number);

  if (others == NULL)
    {
      others = g_ptr_array_new ();
      g_hash_table_insert (self->by_number, number, others);
    }

  g_ptr_array_add (others, row);
  g_signal_connect (row, "notify::wanted", G_CALLBACK (wanted_cb), self);
  g_ptr_array_add (rows, row);
}

static GHashTable *
find_errors (KoyomiImport *import)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);
  GPtrArray *notes = koyomi_import_get_notes (import);

  for (guint i = 0; i < notes->len; i++)
    {
      const KoyomiImportNote *note = g_ptr_array_index (notes, i);

      if (koyomi_import_note_get_severity (note) == KOYOMI_IMPORT_ERROR)
        g_hash_table_add (rows, GUINT_TO_POINTER (note->row));
    }

  return rows;
}

static void
fill_rows (KoyomiImportDialog *self)
{
  g_autoptr(GHashTable) errors = find_errors (self->import);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *items = koyomi_import_get_items (self->import);

  g_hash_table_remove_all (self->by_number);
  for (guint i = 0; i < items->len; i++)
    {
      const KoyomiImportItem *item = g_ptr_array_index (items, i);

      if (item->kind != KOYOMI_IMPORT_NOTHING)
        add_row (self, koyomi_import_row_new_item (self->import, item, g_hash_table_contains (errors, GUINT_TO_POINTER (item->row))),
                 rows);
    }

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}

static void
fill_notes (KoyomiImportDialog *self)
{
  GPtrArray *notes = koyomi_import_get_notes (self->import);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (rows, koyomi_import_row_new_note (self->import, g_ptr_array_index (notes, i)));

  g_list_store_splice (self->notes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->notes)), rows->pdata, rows->len);
}

static void
name_pages (KoyomiImportDialog *self)
{
  KoyomiLanguage language = get_language (self);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint n_notes = koyomi_import_get_notes (self->import)->len;
  /* Translators: a page of the import, and how many lines it has */
  g_autofree char *rows = g_strdup_printf (koyomi_tr (language, "Rows (%u)"), n_rows);
  /* Translators: likewise */
  g_autofree char *notes = g_strdup_printf (koyomi_tr (language, "Doubts and errors (%u)"), n_notes);

  gtk_stack_page_set_title (self->rows_page, rows);
  gtk_stack_page_set_title (self->notes_page, notes);
}

static void
take_reading (KoyomiImportDialog        *self,
              const KoyomiImportReading *reading)
{
  self->is_filling = TRUE;
  g_set_object (&self->import, reading->import);
  fill_rows (self);
  fill_notes (self);
  name_pages (self);
  self->is_filling = FALSE;
  koyomi_import_bar_show (self->bar, reading);
  update (self);
}

/* The first time there is no dialog yet to tell an error over. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(KoyomiImportDialog) self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gboolean is_shown = gtk_widget_get_visible (GTK_WIDGET (self));
  KoyomiImportReading *reading = g_object_get_data (G_OBJECT (self), "reading");
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (done)
    {
      take_reading (self, reading);
      g_object_set_data (G_OBJECT (self), "reading", NULL);
      if (parent != NULL)
        gtk_window_present (GTK_WINDOW (self));
    }
  else
    {
      if (parent != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        koyomi_error_dialog_present (is_shown ? GTK_WINDOW (self) : parent, get_language (self),
                                     koyomi_workspace_tr (self->workspace, "The file was not read"), self->path, error);
      if (!is_shown)
        gtk_window_destroy (GTK_WINDOW (self));
      else
        koyomi_import_bar_show_again (self->bar);
    }
}

static void
read_file (KoyomiImportDialog *self)
{
  KoyomiLanguage language = get_language (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gboolean is_shown = gtk_widget_get_visible (GTK_WIDGET (self));
  g_autoptr(GError) error = NULL;
  KoyomiImportReading *reading = koyomi_import_reading_new (koyomi_workspace_get_session (self->workspace), self->path,
                                                            koyomi_import_bar_get_options (self->bar), &error);

  if (reading == NULL)
    {
      koyomi_workspace_fail (self->workspace, koyomi_tr (language, "The file was not read"), error);
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_object_set_data_full (G_OBJECT (self), "reading", reading, (GDestroyNotify) koyomi_import_reading_free);
  koyomi_work_run (is_shown ? GTK_WINDOW (self) : parent, language, koyomi_tr (language, "Reading the file"),
                   koyomi_import_reading_run, reading, NULL, read_cb, g_object_ref (self));
}

static void
refresh_cb (gpointer row,
            gpointer data)
{
  koyomi_import_row_refresh (row);
}

static void
leave_out_cb (KoyomiImportDialog *self)
{
  g_autoptr(GHashTable) errors = find_errors (self->import);
  GHashTableIter iter;
  gpointer number, rows;

  self->is_filling = TRUE;
  g_hash_table_iter_init (&iter, errors);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      koyomi_import_skip_row (self->import, GPOINTER_TO_UINT (number));
      if ((rows = g_hash_table_lookup (self->by_number, number)) != NULL)
        g_ptr_array_foreach (rows, refresh_cb, NULL);
    }
  self->is_filling = FALSE;
  update (self);
}

/* With the keyboard, Return ticks a row. */
static void
activated_cb (KoyomiImportDialog *self,
              guint               position)
{
  g_autoptr(KoyomiImportRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->rows_view)), position);

  if (koyomi_import_row_can_choose (row))
    g_object_set (row, "wanted", !koyomi_import_row_is_wanted (row), NULL);
}

static void
copy_cb (KoyomiImportDialog *self)
{
  KoyomiLanguage language = get_language (self);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->notes)); i++)
    {
      g_autoptr(KoyomiImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->notes), i);
      g_autofree char *place = koyomi_import_row_dup_place (row, language);
      g_autofree char *severity = koyomi_import_row_dup_severity (row, language);
      g_autofree char *what = koyomi_import_row_dup_what (row, language);
      g_autofree char *advice = koyomi_import_row_dup_advice (row, language);

      g_string_append_printf (text, "%s\t%s\t%s\t%s\n", place, severity, what, advice);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/* Returns: (transfer full): of the edit, for the change log */
static char *
label_import (KoyomiImportDialog *self)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: the label of the edit that an import makes; the name of a file */
  g_autofree char *label = g_strdup_printf (koyomi_tr (language, "Import of %s"), name);
  g_autofree char *day = NULL;

  if (!koyomi_import_bar_get_begins (self->bar))
    return g_steal_pointer (&label);

  day = koyomi_day_format (koyomi_import_get_day (self->import));

  return g_strdup_printf (koyomi_tr (language, "%s from %s"), label, day);
}

static void
import_cb (KoyomiImportDialog *self)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *label = label_import (self);
  g_autoptr(GError) error = NULL;

  if (koyomi_import_apply (self->import, koyomi_workspace_get_session (self->workspace), label, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    koyomi_error_dialog_present (GTK_WINDOW (self), language, koyomi_tr (language, "Nothing was imported"), self->path, error);
}

/* Also what was chosen to be left out keeps its place among what it was found to be. */
static gboolean
is_shown (gpointer row,
          gpointer data)
{
  KoyomiImportDialog *self = data;
  guint wanted = gtk_drop_down_get_selected (self->filter_drop);

  if (wanted == SHOW_CHANGES)
    return koyomi_import_row_can_choose (row);

  return wanted == SHOW_ALL || koyomi_import_row_get_item (row)->found == wanted - SHOW_ACTION;
}

static void
filter_changed_cb (KoyomiImportDialog *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
set_model (GtkColumnView *view,
           GListModel    *model)
{
  g_autoptr(GtkSingleSelection) selection = gtk_single_selection_new (g_object_ref (model));

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

/* A table builds its rows also on a page that nobody sees: it gets them when it is first shown. */
static void
page_changed_cb (KoyomiImportDialog *self)
{
  gboolean is_notes = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "notes") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->filter_drop), !is_notes);
  gtk_widget_set_visible (self->copy_button, is_notes);
  if (is_notes && gtk_column_view_get_model (self->notes_view) == NULL)
    set_model (self->notes_view, G_LIST_MODEL (self->notes));
}

static void
add_column (GtkColumnView       *view,
            GtkColumnViewColumn *column)
{
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

static void
make_columns (KoyomiImportDialog *self)
{
  static const struct
  {
    const char           *title;
    KoyomiImportTextFunc  func;
    gboolean              is_note;
    gboolean              expands;
  } columns[] = {
    { N_("Row"), koyomi_import_row_dup_place, FALSE, FALSE },
    { N_("Kind"), koyomi_import_row_dup_kind, FALSE, FALSE },
    { N_("Name"), koyomi_import_row_dup_name, FALSE, TRUE },
    { N_("What is done"), koyomi_import_row_dup_action, FALSE, FALSE },
    { N_("Changes"), koyomi_import_row_dup_changes, FALSE, TRUE },
    { N_("Cell"), koyomi_import_row_dup_place, TRUE, FALSE },
    { N_("Severity"), koyomi_import_row_dup_severity, TRUE, FALSE },
    { N_("What It Is"), koyomi_import_row_dup_what, TRUE, TRUE },
    { N_("What to Do"), koyomi_import_row_dup_advice, TRUE, TRUE },
  };
  KoyomiLanguage language = get_language (self);

  add_column (self->rows_view, koyomi_import_column_new_check (language));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (columns[i].is_note ? self->notes_view : self->rows_view,
                koyomi_import_column_new_text (koyomi_tr (language, columns[i].title), columns[i].func, language, columns[i].expands));
}

static void
make_filter (KoyomiImportDialog *self)
{
  static const char * const shown[] = {
    N_("Changes and errors"), N_("All rows"), N_("Added"), N_("Changed"), N_("Removed"), N_("The same"), N_("Left out"), NULL
  };
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; shown[i] != NULL; i++)
    gtk_string_list_append (names, koyomi_tr (get_language (self), shown[i]));

  gtk_drop_down_set_model (self->filter_drop, G_LIST_MODEL (names));
}

/* A table without rows does not say whether they are still to come. */
static void
rows_changed_cb (KoyomiImportDialog *self)
{
  gtk_widget_set_visible (self->none_label, g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->rows_view))) == 0);
}

static void
make_rows (KoyomiImportDialog *self)
{
  g_autoptr(GtkFilterListModel) filtered = NULL;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (self->filter));
  set_model (self->rows_view, G_LIST_MODEL (filtered));
  g_signal_connect_object (gtk_column_view_get_model (self->rows_view), "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
connect (KoyomiImportDialog *self)
{
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (read_file), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows_view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_drop, "notify::selected", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child-name", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leave_out_button, "clicked", G_CALLBACK (leave_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import_button, "clicked", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
}

static void
koyomi_import_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_import_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_IMPORT_DIALOG (widget)->rows_view));
}

static void
koyomi_import_dialog_dispose (GObject *object)
{
  KoyomiImportDialog *self = KOYOMI_IMPORT_DIALOG (object);

  if (self->rows_view != NULL)
    gtk_column_view_set_model (self->rows_view, NULL);
  if (self->rows != NULL)
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
      {
        g_autoptr(GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

        g_signal_handlers_disconnect_by_func (row, wanted_cb, self);
      }
  koyomi_ui_clear (object, children);
  g_clear_object (&self->rows);
  g_clear_object (&self->notes);
  g_clear_object (&self->filter);
  g_clear_object (&self->import);
  g_clear_object (&self->file);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (koyomi_import_dialog_parent_class)->dispose (object);
}

static void
koyomi_import_dialog_class_init (KoyomiImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_import_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->map = koyomi_import_dialog_map;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
koyomi_import_dialog_init (KoyomiImportDialog *self)
{
  self->rows = g_list_store_new (KOYOMI_TYPE_IMPORT_ROW);
  self->notes = g_list_store_new (KOYOMI_TYPE_IMPORT_ROW);
  self->by_number = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
open_dialog (GtkWindow       *parent,
             KoyomiWorkspace *workspace,
             GFile           *file)
{
  KoyomiImportDialog *self = g_object_new (KOYOMI_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = NULL;

  self->workspace = g_object_ref (workspace);
  self->file = g_object_ref (file);
  self->path = g_file_get_path (file);
  koyomi_ui_build (self, KOYOMI_TYPE_IMPORT_DIALOG, "koyomi-import-dialog", koyomi_workspace_get_language (workspace), children);
  name = g_filename_display_basename (self->path);
  adw_window_title_set_subtitle (self->title_label, name);
  make_columns (self);
  make_filter (self);
  self->bar = KOYOMI_IMPORT_BAR (koyomi_import_bar_new (workspace));
  gtk_box_append (self->bar_box, GTK_WIDGET (self->bar));
  make_rows (self);
  connect (self);
  read_file (self);
}

typedef struct
{
  GtkWindow       *parent;      /* NULL once it is gone */
  KoyomiWorkspace *workspace;
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->parent);
  g_object_unref (asking->workspace);
  g_free (asking);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  data)
{
  Asking *asking = data;

  if (asking->parent != NULL)
    koyomi_import_dialog_present (asking->parent, asking->workspace, file);
}

/* Whether the name is that of a table. */
gboolean
koyomi_import_dialog_takes (GFile *file)
{
  static const char * const endings[] = { ".xlsx", ".csv", ".tsv", ".txt" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;

  return FALSE;
}

/**
 * koyomi_import_dialog_present:
 * @file: (nullable): a workbook or a text table; NULL asks for one
 *
 * Shows what the file would make of the plan, and what is doubtful in it, before anything is changed.
 */
void
koyomi_import_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              GFile           *file)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  Asking *asking;

  if (file != NULL && g_file_peek_path (file) == NULL)
    {
      g_set_error_literal (&error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_UNREADABLE, "the file is not on this computer");
      koyomi_workspace_fail (workspace, koyomi_tr (language, "The file was not read"), error);
      return;
    }

  koyomi_workspace_flush (workspace);
  if (file != NULL)
    {
      open_dialog (parent, workspace, file);
      return;
    }

  asking = g_new0 (Asking, 1);
  g_set_weak_pointer (&asking->parent, parent);
  asking->workspace = g_object_ref (workspace);
  koyomi_table_chooser_open (parent, koyomi_workspace_get_settings (workspace), language, file_chosen_cb, asking, free_asking);
}
