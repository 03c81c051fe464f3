#include "koyomi-test-dialog.h"

#include "koyomi-test-widget.h"

/* Returns: (transfer none) (nullable): the window that stands over that one */
GtkWindow *
koyomi_test_dialog_find (gpointer parent)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == parent && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

GtkWindow *
koyomi_test_dialog_wait (gpointer parent)
{
  GtkWindow *window;

  while ((window = koyomi_test_dialog_find (parent)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (window));

  return window;
}

/* Returns: (transfer container) (element-type GtkWidget): all of that type in @widget that can be seen */
GPtrArray *
koyomi_test_dialog_list (gpointer widget,
                         GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr(GPtrArray) below = koyomi_test_dialog_list (child, type);

      g_ptr_array_extend (found, below, NULL, NULL);
    }

  return found;
}

gboolean
koyomi_test_dialog_has_line (gpointer    widget,
                             const char *line)
{
  g_autoptr(GPtrArray) labels = koyomi_test_dialog_list (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      g_auto(GStrv) lines = g_strsplit (gtk_label_get_text (g_ptr_array_index (labels, i)), "\n", -1);

      if (g_strv_contains ((const char * const *) lines, line))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer none): the button in @widget with that label */
GtkWidget *
koyomi_test_dialog_find_button (gpointer    widget,
                                const char *label)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (widget, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);

  g_error ("there is no button %s", label);
}

void
koyomi_test_dialog_press (gpointer    widget,
                          const char *label)
{
  g_signal_emit_by_name (koyomi_test_dialog_find_button (widget, label), "clicked");
}

/* On a busy machine the dialog of work that is done may still be there. */
static GtkFileChooser *
wait_chooser (gpointer parent)
{
  GtkWindow *window;

  while ((window = koyomi_test_dialog_find (parent)) == NULL || !GTK_IS_FILE_CHOOSER (window))
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (window));

  return GTK_FILE_CHOOSER (window);
}

/* Answers the chooser of files over @parent, which opens or saves. @name: of a file in @folder; NULL for the one that is proposed */
void
koyomi_test_dialog_choose (gpointer    parent,
                           const char *folder,
                           const char *name)
{
  GtkFileChooser *chooser = wait_chooser (parent);
  gboolean saves = gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autoptr(GFile) place = g_file_new_for_path (folder);
  g_autoptr(GFile) file = name != NULL ? g_file_get_child (place, name) : NULL;

  if (saves)
    gtk_file_chooser_set_current_folder (chooser, place, NULL);
  else
    gtk_file_chooser_set_file (chooser, file, NULL);
  koyomi_test_widget_settle (GTK_WIDGET (chooser));
  if (saves && name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}
