#include "koyomi-search-escape.h"

/* The search would keep the key to itself. */
static void
stopped_cb (GtkSearchEntry *search)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (search), "window.close", NULL);
}

void
koyomi_search_escape_attach (GtkSearchEntry *search)
{
  g_signal_connect (search, "stop-search", G_CALLBACK (stopped_cb), NULL);
}
