#include "koyomi-incident-badge.h"

#include "koyomi-incident-face.h"
#include "koyomi-incident-sheet.h"

typedef struct
{
  GtkLabel        *label;       /* not owned: it owns this */
  KoyomiWorkspace *workspace;
  guint            idle_id;
} Badge;

static void
free_badge (gpointer data)
{
  Badge *self = data;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_object_unref (self->workspace);
  g_free (self);
}

/* Drills have no law to answer to. */
static guint
count_pressing (const KoyomiIncidentBoard *board,
                gboolean                  *any_late)
{
  guint n = 0;

  *any_late = FALSE;
  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);

      if (!koyomi_incident_card_is_open (card) || card->kind == KOYOMI_INCIDENT_KIND_DRILL || !koyomi_incident_is_pressing (card))
        continue;

      *any_late |= card->clock_late;
      n++;
    }

  return n;
}

static void
show (Badge    *self,
      guint     n,
      gboolean  any_late)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf (koyomi_ntr (koyomi_workspace_get_language (self->workspace),
                                                       "%u incident with a report that is late or soon due",
                                                       "%u incidents with a report that is late or soon due", n), n);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->label), n > 0);
  if (any_late)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "koyomi-late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "koyomi-late");
}

static gboolean
update_cb (gpointer data)
{
  Badge *self = data;
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (koyomi_workspace_get_session (self->workspace),
                                                                             koyomi_incident_sheet_read_clock (),
                                                                             koyomi_workspace_get_language (self->workspace), NULL);
  gboolean any_late = FALSE;
  guint n = board != NULL ? count_pressing (board, &any_late) : 0;

  self->idle_id = 0;
  show (self, n, any_late);

  return G_SOURCE_REMOVE;
}

/* Nobody waits for it. */
static void
changed_cb (KoyomiWorkspace *workspace,
            Badge           *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

void
koyomi_incident_badge_attach (GtkLabel        *label,
                              KoyomiWorkspace *workspace)
{
  Badge *self = g_new0 (Badge, 1);

  self->label = label;
  self->workspace = g_object_ref (workspace);
  g_object_set_data_full (G_OBJECT (label), "koyomi-incident-badge", self, free_badge);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (workspace, self);
}
