#include "koyomi-incident-timeline-view.h"

#include "koyomi-day.h"
#include "koyomi-incident-timeline.h"
#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

struct _KoyomiIncidentTimelineView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           incident;     /* 0 for none */
  GPtrArray       *entries;      /* (element-type KoyomiRecord), as they are shown; NULL while there is no incident */
  GtkWidget       *list;
  GtkWidget       *new_entry;
  GtkWidget       *zone;         /* down for UTC */
  GtkWidget       *order;        /* down for the newest first */
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentTimelineView, koyomi_incident_timeline_view, GTK_TYPE_WIDGET)

static gboolean
save_entry (KoyomiWorkspace  *workspace,
            gint64            incident,
            KoyomiRecord     *entry,
            GError          **error)
{
  return koyomi_timeline_save (koyomi_workspace_get_session (workspace), entry, koyomi_workspace_get_language (workspace), error);
}

static const KoyomiPartInput entry_inputs[] = {
  { KOYOMI_INCIDENT_EVENT_TEXT, N_("_Entry"), KOYOMI_PART_INPUT_REQUIRED | KOYOMI_PART_INPUT_MULTI_LINE },
  { KOYOMI_INCIDENT_EVENT_AT, N_("_When"), KOYOMI_PART_INPUT_REQUIRED | KOYOMI_PART_INPUT_PAST },
  { KOYOMI_INCIDENT_EVENT_ACTOR, N_("_By") },
  { KOYOMI_INCIDENT_EVENT_IN_REPORT, N_("In the _report") },
};

static const KoyomiPartForm entry_form = {
  N_("Timeline Entry"), N_("_Save"), N_("The entry was not saved"), entry_inputs, G_N_ELEMENTS (entry_inputs), save_entry
};

static KoyomiSession *
get_session (KoyomiIncidentTimelineView *self)
{
  return koyomi_workspace_get_session (self->workspace);
}

static KoyomiLanguage
get_language (KoyomiIncidentTimelineView *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const char *
tr (KoyomiIncidentTimelineView *self,
    const char                 *text)
{
  return koyomi_tr (get_language (self), text);
}

static KoyomiRecord *
find_entry (KoyomiIncidentTimelineView *self,
            gint64                      id)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->entries, i)) == id)
      return g_ptr_array_index (self->entries, i);

  return NULL;
}

static gboolean
is_manual (KoyomiRecord *entry)
{
  return koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_KIND) == KOYOMI_EVENT_KIND_MANUAL;
}

static gboolean
is_in_report (KoyomiRecord *entry)
{
  return koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_IN_REPORT) != 0;
}

static void
fail (KoyomiIncidentTimelineView *self,
      const GError               *error)
{
  koyomi_workspace_fail (self->workspace, tr (self, N_("The entry was not saved")), error);
}

/* What is typed becomes an entry of now, also when the person goes elsewhere. */
static gboolean
commit_new_cb (KoyomiIncidentTimelineView *self,
               const char                 *text)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_text_is_blank (text) || self->incident == 0)
    return TRUE;

  if (koyomi_timeline_add (get_session (self), self->incident, koyomi_time_now (), NULL, text, TRUE, get_language (self), &error) == 0)
    {
      fail (self, error);
      return FALSE;
    }

  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (self->new_entry), "");

  return TRUE;
}

static void
flush_cb (KoyomiIncidentTimelineView *self)
{
  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->new_entry));
}

static GDateTime *
make_moment (KoyomiIncidentTimelineView *self,
             gint64                      at)
{
  gboolean utc = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->zone));

  return utc ? g_date_time_new_from_unix_utc (at / 1000) : g_date_time_new_from_unix_local (at / 1000);
}

/* The time with its zone, who did it, and what is to be known of the entry. */
static char *
describe (KoyomiIncidentTimelineView *self,
          KoyomiRecord               *entry)
{
  g_autoptr(GDateTime) moment = make_moment (self, koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_AT));
  g_autofree char *time = g_date_time_format (moment, "%Y-%m-%d %H:%M %Z");
  GString *text = g_string_new (time);

  if (*koyomi_record_get_text (entry, KOYOMI_INCIDENT_EVENT_ACTOR) != '\0')
    g_string_append_printf (text, " · %s", koyomi_record_get_text (entry, KOYOMI_INCIDENT_EVENT_ACTOR));
  if (!is_manual (entry))
    g_string_append_printf (text, " · %s", tr (self, N_("automatic")));
  if (is_in_report (entry))
    g_string_append_printf (text, " · %s", tr (self, N_("★ in the report")));

  return g_string_free (text, FALSE);
}

static void
add_items (KoyomiIncidentTimelineView *self,
           KoyomiPartRow              *row,
           KoyomiRecord               *entry)
{
  if (!koyomi_workspace_can_edit (self->workspace))
    return;

  if (is_manual (entry))
    koyomi_part_row_add_item (row, tr (self, N_("_Edit…")), "timeline.edit");
  koyomi_part_row_add_item (row, is_in_report (entry) ? tr (self, N_("Leave Out of the Re_port")) : tr (self, N_("Take Into the Re_port")),
                            "timeline.report");
  koyomi_part_row_add_item (row, tr (self, N_("_Copy as an Entry of Your Own")), "timeline.copy");
  if (is_manual (entry))
    koyomi_part_row_add_item (row, tr (self, N_("_Remove")), "timeline.remove");
}

static GtkWidget *
make_row (KoyomiIncidentTimelineView *self,
          KoyomiRecord               *entry)
{
  GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (entry), koyomi_record_get_text (entry, KOYOMI_INCIDENT_EVENT_TEXT));
  g_autofree char *above = describe (self, entry);

  koyomi_part_row_set_above (KOYOMI_PART_ROW (row), above);
  add_items (self, KOYOMI_PART_ROW (row), entry);

  return row;
}

static void
refresh (KoyomiIncidentTimelineView *self)
{
  gboolean newest = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->order));
  g_autoptr(GError) error = NULL;

  if (self->incident == 0)
    return;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = koyomi_session_load_timeline (get_session (self), self->incident,
                                                newest ? KOYOMI_TIMELINE_NEWEST_FIRST : KOYOMI_TIMELINE_OLDEST_FIRST,
                                                get_language (self), &error);
  if (self->entries == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
      return;
    }

  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < self->entries->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->list), make_row (self, g_ptr_array_index (self->entries, i)));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
}

static KoyomiRecord *
get_entry (KoyomiIncidentTimelineView *self,
           GVariant                   *parameter)
{
  return koyomi_workspace_can_edit (self->workspace) ? find_entry (self, g_variant_get_int64 (parameter)) : NULL;
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentTimelineView *self = KOYOMI_INCIDENT_TIMELINE_VIEW (widget);
  KoyomiRecord *entry = get_entry (self, parameter);

  if (entry != NULL && is_manual (entry))
    koyomi_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, &entry_form, self->incident, entry);
}

static void
report_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentTimelineView *self = KOYOMI_INCIDENT_TIMELINE_VIEW (widget);
  KoyomiRecord *entry = get_entry (self, parameter);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(GError) error = NULL;

  if (entry != NULL && !koyomi_timeline_set_in_report (get_session (self), &id, 1, !is_in_report (entry), get_language (self), &error))
    fail (self, error);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentTimelineView *self = KOYOMI_INCIDENT_TIMELINE_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (get_entry (self, parameter) != NULL &&
      koyomi_timeline_copy (get_session (self), g_variant_get_int64 (parameter), 0, get_language (self), &error) == 0)
    fail (self, error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentTimelineView *self = KOYOMI_INCIDENT_TIMELINE_VIEW (widget);
  KoyomiRecord *entry = get_entry (self, parameter);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(GError) error = NULL;

  if (entry == NULL)
    return;

  if (!is_manual (entry))
    koyomi_workspace_tell (self->workspace, tr (self, N_("What the program wrote stays as it is")));
  else if (!koyomi_timeline_remove (get_session (self), &id, 1, get_language (self), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The entry was not removed")), error);
}

static void
koyomi_incident_timeline_view_dispose (GObject *object)
{
  KoyomiIncidentTimelineView *self = KOYOMI_INCIDENT_TIMELINE_VIEW (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_timeline_view_parent_class)->dispose (object);
}

static void
koyomi_incident_timeline_view_class_init (KoyomiIncidentTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_timeline_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "timeline.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "timeline.report", "x", report_action);
  gtk_widget_class_install_action (widget_class, "timeline.copy", "x", copy_action);
  gtk_widget_class_install_action (widget_class, "timeline.remove", "x", remove_action);
}

static void
koyomi_incident_timeline_view_init (KoyomiIncidentTimelineView *self)
{
}

static GtkWidget *
make_toggle (KoyomiIncidentTimelineView *self,
             GtkWidget                  *toggle,
             const char                 *name,
             const char                 *key)
{
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_tooltip_text (toggle, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_settings_bind (koyomi_workspace_get_settings (self->workspace), key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  koyomi_part_list_add_header (KOYOMI_PART_LIST (self->list), toggle);

  return toggle;
}

static void
add_toggles (KoyomiIncidentTimelineView *self)
{
  self->zone = gtk_toggle_button_new_with_label ("UTC");
  self->order = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->order), "view-sort-descending-symbolic");
  make_toggle (self, self->zone, tr (self, N_("Times in UTC")), "timeline-utc");
  make_toggle (self, self->order, tr (self, N_("Newest first")), "timeline-newest-first");
}

static void
fill (KoyomiIncidentTimelineView *self)
{
  self->list = koyomi_part_list_new (self->workspace, tr (self, N_("Timeline")),
                                     tr (self, N_("Nothing has happened yet. Write down what you did and learned.")));
  self->new_entry = koyomi_text_field_new (tr (self, N_("New entry")));
  koyomi_text_field_hide_caption (KOYOMI_TEXT_FIELD (self->new_entry));
  koyomi_text_field_set_placeholder (KOYOMI_TEXT_FIELD (self->new_entry), tr (self, N_("Add an entry…")));
  g_signal_connect_object (self->new_entry, "commit", G_CALLBACK (commit_new_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_ACTIVATE, "timeline.edit");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_REMOVE, "timeline.remove");
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), self->new_entry);
  add_toggles (self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
koyomi_incident_timeline_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentTimelineView *self = g_object_new (KOYOMI_TYPE_INCIDENT_TIMELINE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Shows the entries of that incident as the plan has them now. What was typed for another one is added to that. */
void
koyomi_incident_timeline_view_set_incident (KoyomiIncidentTimelineView *self,
                                            gint64                      incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_TIMELINE_VIEW (self));

  if (self->incident != 0 && self->incident != incident)
    flush_cb (self);
  self->incident = incident;
  refresh (self);
}
