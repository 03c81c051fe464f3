#include "koyomi-history-buttons.h"

#include "koyomi-history.h"

static void
update_undo (GtkWidget       *button,
             KoyomiWorkspace *workspace)
{
  g_autoptr(KoyomiEntry) entry = koyomi_session_get_undoable (koyomi_workspace_get_session (workspace), NULL);
  g_autofree char *tip = entry != NULL ? g_strdup_printf (koyomi_workspace_tr (workspace, "Undo: %s"), entry->label)
                                       : g_strdup (koyomi_workspace_tr (workspace, "Undo"));

  gtk_widget_set_tooltip_text (button, tip);
}

static void
update_redo (GtkWidget       *button,
             KoyomiWorkspace *workspace)
{
  g_autoptr(KoyomiEntry) entry = koyomi_session_get_redoable (koyomi_workspace_get_session (workspace), NULL);
  g_autofree char *tip = entry != NULL ? g_strdup_printf (koyomi_workspace_tr (workspace, "Redo: %s"), entry->label)
                                       : g_strdup (koyomi_workspace_tr (workspace, "Redo"));

  gtk_widget_set_tooltip_text (button, tip);
}

/* Has the buttons say, now and after any edit, what they would take back and do again. */
void
koyomi_history_buttons_attach (GtkWidget       *undo,
                               GtkWidget       *redo,
                               KoyomiWorkspace *workspace)
{
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update_undo), undo, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update_redo), redo, G_CONNECT_SWAPPED);
  update_undo (undo, workspace);
  update_redo (redo, workspace);
}
