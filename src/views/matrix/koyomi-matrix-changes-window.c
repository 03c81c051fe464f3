#include "koyomi-matrix-changes-window.h"

#include "koyomi-matrix-jump.h"
#include "koyomi-row-table.h"

struct _KoyomiMatrixChangesWindow
{
  KoyomiPlanWindow   parent_instance;

  AdwWindowTitle    *title;
  GtkWidget         *summary;
  GtkWidget         *place;
  GtkWidget         *show_button;
  GtkWidget         *copy_button;

  KoyomiMatrixSheet *sheet;
  GtkWidget         *view;           /* not owned: the matrix; NULL when it is gone */
  KoyomiRowTable    *table;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMatrixChangesWindow, title),
  KOYOMI_UI_CHILD (KoyomiMatrixChangesWindow, summary),
  KOYOMI_UI_CHILD (KoyomiMatrixChangesWindow, place),
  KOYOMI_UI_CHILD (KoyomiMatrixChangesWindow, show_button),
  KOYOMI_UI_CHILD (KoyomiMatrixChangesWindow, copy_button),
  KOYOMI_UI_END
};

static const char * const headings[] = { N_("Function"), N_("Team"), N_("Before"), N_("After"), N_("What it means") };

G_DEFINE_FINAL_TYPE (KoyomiMatrixChangesWindow, koyomi_matrix_changes_window, KOYOMI_TYPE_PLAN_WINDOW)

/* Returns: (nullable): NULL once nothing is compared any more */
static const KoyomiMatrixDifference *
get_difference (KoyomiMatrixChangesWindow *self)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);

  return facts != NULL ? facts->difference : NULL;
}

static char *
name_function (KoyomiRecord *function)
{
  return function == NULL ? g_strdup ("") : g_strdup_printf ("%s %s", koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE),
                                                             koyomi_record_get_title (function));
}

static char *
name_teams (const KoyomiMatrixChange *change)
{
  const char *from = change->from != NULL ? koyomi_record_get_title (change->from) : "";
  const char *to = change->to != NULL ? koyomi_record_get_title (change->to) : "";

  return g_strdup_printf ("%s%s%s", from, *from != '\0' && *to != '\0' ? " → " : "", to);
}

/* The letters of the cell: of one that lost a letter to another, before, and of that other one, after. */
static char *
format_letters (const KoyomiMatrixDifference *difference,
                const KoyomiMatrixChange     *change,
                gboolean                      is_after)
{
  KoyomiRecord *first = is_after ? change->to : change->from;
  KoyomiRecord *second = is_after ? change->from : change->to;

  if (change->letter == NULL)
    return g_strdup ("");

  return koyomi_matrix_difference_format_cell (difference, is_after, change->function, first != NULL ? first : second);
}

static void
show_change (KoyomiMatrixChangesWindow    *self,
             const KoyomiMatrixDifference *difference,
             const KoyomiMatrixChange     *change)
{
  GStrv cells = g_new0 (char *, G_N_ELEMENTS (headings) + 1);

  cells[0] = name_function (change->function);
  cells[1] = name_teams (change);
  cells[2] = format_letters (difference, change, FALSE);
  cells[3] = format_letters (difference, change, TRUE);
  cells[4] = koyomi_matrix_change_explain (change, koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self)));
  koyomi_row_table_take_row (self->table, cells);
}

static gboolean
koyomi_matrix_changes_window_refresh (KoyomiPlanWindow  *window,
                                      GError           **error)
{
  KoyomiMatrixChangesWindow *self = KOYOMI_MATRIX_CHANGES_WINDOW (window);
  KoyomiLanguage language = koyomi_plan_window_get_language (window);
  const KoyomiMatrixDifference *difference;
  g_autofree char *with = NULL;
  g_autofree char *summary = NULL;
  GPtrArray *changes;

  koyomi_matrix_sheet_update (self->sheet);
  if ((difference = get_difference (self)) == NULL)
    return TRUE;

  changes = koyomi_matrix_difference_get_changes (difference);
  with = koyomi_matrix_moment_describe (koyomi_matrix_sheet_get_moment (self->sheet), language);
  summary = koyomi_matrix_changes_summarise (changes, language);
  adw_window_title_set_subtitle (self->title, with);
  gtk_label_set_label (GTK_LABEL (self->summary), summary);

  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < changes->len; i++)
    show_change (self, difference, g_ptr_array_index (changes, i));
  koyomi_row_table_show (self->table);
  gtk_widget_set_sensitive (self->show_button, changes->len > 0);
  gtk_widget_set_sensitive (self->copy_button, changes->len > 0);

  return TRUE;
}

static gint64
get_id (KoyomiRecord *record)
{
  return record != NULL ? koyomi_record_get_id (record) : 0;
}

/* The matrix shows the cell, and the window makes way. */
static void
show_cb (KoyomiMatrixChangesWindow *self)
{
  const KoyomiMatrixDifference *difference = get_difference (self);
  int row = koyomi_row_table_get_chosen (self->table);
  const KoyomiMatrixChange *change;

  if (difference == NULL || row < 0 || row >= (int) koyomi_matrix_difference_get_changes (difference)->len)
    return;

  change = g_ptr_array_index (koyomi_matrix_difference_get_changes (difference), row);
  koyomi_matrix_jump (self->sheet, get_id (change->function), get_id (change->to != NULL ? change->to : change->from));
  if (self->view != NULL)
    gtk_widget_grab_focus (self->view);
  gtk_window_close (GTK_WINDOW (self));
}

static void
copy_cb (KoyomiMatrixChangesWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autofree char *text = koyomi_row_table_dup_text (self->table);
  guint n_rows = koyomi_row_table_get_n_rows (self->table);
  g_autofree char *told = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  told = g_strdup_printf (koyomi_ntr (koyomi_plan_window_get_language (window), "%u line copied", "%u lines copied", n_rows), n_rows);
  koyomi_workspace_tell (koyomi_plan_window_get_workspace (window), told);
}

static void
koyomi_matrix_changes_window_dispose (GObject *object)
{
  KoyomiMatrixChangesWindow *self = KOYOMI_MATRIX_CHANGES_WINDOW (object);

  koyomi_ui_clear (object, children);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_matrix_changes_window_parent_class)->dispose (object);
}

static void
koyomi_matrix_changes_window_class_init (KoyomiMatrixChangesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_changes_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_matrix_changes_window_refresh;
}

static void
koyomi_matrix_changes_window_init (KoyomiMatrixChangesWindow *self)
{
}

static void
add_table (KoyomiMatrixChangesWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  GtkWidget *table = koyomi_row_table_new (koyomi_plan_window_tr (window, N_("Changes of the matrix")));

  self->table = KOYOMI_ROW_TABLE (table);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    koyomi_row_table_add_column (self->table, koyomi_plan_window_tr (window, headings[i]), FALSE);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (self->place), table);
  g_signal_connect_object (table, "activated", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
}

/* @view: the matrix, which has the focus when a change is shown in it; @sheet: what it shows, compared with something */
void
koyomi_matrix_changes_window_present (GtkWindow         *parent,
                                      GtkWidget         *view,
                                      KoyomiMatrixSheet *sheet)
{
  KoyomiMatrixChangesWindow *self = g_object_new (KOYOMI_TYPE_MATRIX_CHANGES_WINDOW, NULL);

  self->sheet = g_object_ref (sheet);
  g_set_weak_pointer (&self->view, view);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, koyomi_matrix_sheet_get_workspace (sheet), "koyomi-matrix-changes-window",
                            children);
  add_table (self);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->table));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
