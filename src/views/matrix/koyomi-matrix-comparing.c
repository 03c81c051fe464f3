#include "koyomi-matrix-comparing.h"

#include "koyomi-compare-dialog.h"
#include "koyomi-matrix-changes-window.h"
#include "koyomi-matrix-jump.h"

#define SHEET_KEY "koyomi-matrix-comparing"

static KoyomiMatrixSheet *
get_sheet (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), SHEET_KEY);
}

static GtkWindow *
get_window (GtkWidget *view)
{
  return GTK_WINDOW (gtk_widget_get_root (view));
}

static void
compare_action (GtkWidget  *view,
                const char *name,
                GVariant   *parameter)
{
  koyomi_compare_dialog_present (get_window (view), get_sheet (view));
}

/* The bar goes, and would take the focus with it. */
static void
end_action (GtkWidget  *view,
            const char *name,
            GVariant   *parameter)
{
  gtk_widget_grab_focus (view);
  koyomi_matrix_sheet_set_moment (get_sheet (view), NULL);
}

static void
list_action (GtkWidget  *view,
             const char *name,
             GVariant   *parameter)
{
  koyomi_matrix_changes_window_present (get_window (view), view, get_sheet (view));
}

static void
next_action (GtkWidget  *view,
             const char *name,
             GVariant   *parameter)
{
  if (koyomi_matrix_jump_change (get_sheet (view), 1))
    gtk_widget_grab_focus (view);
}

static void
previous_action (GtkWidget  *view,
                 const char *name,
                 GVariant   *parameter)
{
  if (koyomi_matrix_jump_change (get_sheet (view), -1))
    gtk_widget_grab_focus (view);
}

void
koyomi_matrix_comparing_install (GtkWidgetClass *view_class)
{
  gtk_widget_class_install_action (view_class, "matrix.compare", NULL, compare_action);
  gtk_widget_class_install_action (view_class, "matrix.end-comparison", NULL, end_action);
  gtk_widget_class_install_action (view_class, "matrix.list-changes", NULL, list_action);
  gtk_widget_class_install_action (view_class, "matrix.next-change", NULL, next_action);
  gtk_widget_class_install_action (view_class, "matrix.previous-change", NULL, previous_action);
}

static void
update_actions (GtkWidget *view)
{
  static const char * const actions[] = {
    "matrix.end-comparison", "matrix.list-changes", "matrix.next-change", "matrix.previous-change",
  };
  KoyomiMatrixSheet *sheet = get_sheet (view);

  gtk_widget_action_set_enabled (view, "matrix.compare", koyomi_matrix_sheet_get_facts (sheet) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (view, actions[i], koyomi_matrix_sheet_get_moment (sheet) != NULL);
}

void
koyomi_matrix_comparing_attach (GtkWidget         *view,
                                KoyomiMatrixSheet *sheet)
{
  g_object_set_data_full (G_OBJECT (view), SHEET_KEY, g_object_ref (sheet), g_object_unref);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (update_actions), view, G_CONNECT_SWAPPED);
  update_actions (view);
}

/* For the lines and the bar, not for the whole window: Escape leaves the search first. */
void
koyomi_matrix_comparing_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "matrix.end-comparison", NULL);
}
