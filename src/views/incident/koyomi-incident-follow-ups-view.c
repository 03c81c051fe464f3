#include "koyomi-incident-follow-ups-view.h"

#include "koyomi-day.h"
#include "koyomi-follow-up-dialog.h"
#include "koyomi-incident-follow-up.h"
#include "koyomi-part-list.h"

struct _KoyomiIncidentFollowUpsView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           incident;     /* 0 for none */
  GPtrArray       *follow_ups;   /* (element-type KoyomiFollowUp), as they are shown; NULL while there is no incident */
  GtkWidget       *list;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentFollowUpsView, koyomi_incident_follow_ups_view, GTK_TYPE_WIDGET)

static KoyomiLanguage
get_language (KoyomiIncidentFollowUpsView *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const char *
tr (KoyomiIncidentFollowUpsView *self,
    const char                  *text)
{
  return koyomi_tr (get_language (self), text);
}

static char *
describe (KoyomiIncidentFollowUpsView *self,
          const KoyomiFollowUp        *follow_up)
{
  g_autofree char *last = follow_up->run != 0 ? koyomi_day_format (follow_up->last_day) : g_strdup ("");
  const char *who = *follow_up->owner != '\0' ? follow_up->owner : follow_up->team;
  GString *text = g_string_new (last);

  if (follow_up->run != 0)
    g_string_append_printf (text, " · %s", koyomi_state_get_label (follow_up->state, get_language (self)));
  if (*who != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", who);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", follow_up->function_name);

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (KoyomiIncidentFollowUpsView *self,
          const KoyomiFollowUp        *follow_up)
{
  GtkWidget *row = koyomi_part_row_new (follow_up->activity, follow_up->title);
  g_autofree char *below = describe (self, follow_up);

  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), below, follow_up->state == KOYOMI_STATE_LATE && follow_up->is_open ? "error" : NULL);
  if (!follow_up->is_open)
    koyomi_part_row_set_dim (KOYOMI_PART_ROW (row));
  if (follow_up->run != 0)
    koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("Show in the _Calendar")), "follow-ups.show");

  return row;
}

static void
refresh (KoyomiIncidentFollowUpsView *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  self->follow_ups = koyomi_session_load_follow_ups (koyomi_workspace_get_session (self->workspace), self->incident,
                                                     get_language (self), &error);
  if (self->follow_ups == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
      return;
    }

  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < self->follow_ups->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->list), make_row (self, g_ptr_array_index (self->follow_ups, i)));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentFollowUpsView *self = KOYOMI_INCIDENT_FOLLOW_UPS_VIEW (widget);

  for (guint i = 0; self->follow_ups != NULL && i < self->follow_ups->len; i++)
    {
      const KoyomiFollowUp *follow_up = g_ptr_array_index (self->follow_ups, i);

      if (follow_up->activity == g_variant_get_int64 (parameter) && follow_up->run != 0)
        {
          gtk_widget_activate_action (widget, "calendar.show-run", "x", follow_up->run);
          return;
        }
    }
}

static void
add_cb (KoyomiIncidentFollowUpsView *self)
{
  koyomi_follow_up_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, self->incident);
}

static void
koyomi_incident_follow_ups_view_dispose (GObject *object)
{
  KoyomiIncidentFollowUpsView *self = KOYOMI_INCIDENT_FOLLOW_UPS_VIEW (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_follow_ups_view_parent_class)->dispose (object);
}

static void
koyomi_incident_follow_ups_view_class_init (KoyomiIncidentFollowUpsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_follow_ups_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "follow-ups.show", "x", show_action);
}

static void
koyomi_incident_follow_ups_view_init (KoyomiIncidentFollowUpsView *self)
{
}

GtkWidget *
koyomi_incident_follow_ups_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentFollowUpsView *self = g_object_new (KOYOMI_TYPE_INCIDENT_FOLLOW_UPS_VIEW, NULL);
  GtkWidget *button = gtk_button_new_with_label (koyomi_workspace_tr (workspace, "Add Follow-up…"));

  self->workspace = g_object_ref (workspace);
  self->list = koyomi_part_list_new (workspace, tr (self, N_("Follow-ups")),
                                     tr (self, N_("Nothing is planned because of it. A follow-up goes into the calendar.")));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "koyomi-plain");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_ACTIVATE, "follow-ups.show");
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), button);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Shows what follows that incident up as the plan has it now. */
void
koyomi_incident_follow_ups_view_set_incident (KoyomiIncidentFollowUpsView *self,
                                              gint64                       incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_FOLLOW_UPS_VIEW (self));

  self->incident = incident;
  if (incident != 0)
    refresh (self);
}
