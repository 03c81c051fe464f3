#include "koyomi-filter-popover.h"

#include "koyomi-day.h"
#include "koyomi-saved-filters.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiFilterPopover
{
  GtkPopover            parent_instance;

  KoyomiCalendarSheet  *sheet;
  GtkWidget            *grouping;
  GtkWidget            *routines;
  GtkWidget            *states;      /* boxes that hold check buttons, each with the id that it stands for */
  GtkWidget            *teams;
  GtkWidget            *groups;
  GtkWidget            *this_week;
  GtkWidget            *due_from;
  GtkWidget            *due_to;
  GtkWidget            *saved;
  GtkWidget            *name;
  GtkWidget            *save;
  GtkWidget            *clear;
  gboolean              is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFilterPopover, grouping),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, routines),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, states),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, teams),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, groups),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, this_week),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, due_from),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, due_to),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, saved),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, name),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, save),
  KOYOMI_UI_CHILD (KoyomiFilterPopover, clear),
  KOYOMI_UI_END
};

#define ID_KEY "koyomi-id"

G_DEFINE_FINAL_TYPE (KoyomiFilterPopover, koyomi_filter_popover, GTK_TYPE_POPOVER)

static KoyomiSession *
get_session (KoyomiFilterPopover *self)
{
  return koyomi_workspace_get_session (koyomi_calendar_sheet_get_workspace (self->sheet));
}

static gint64
get_id (GtkWidget *button)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (button), ID_KEY);
}

/* Reads a day that is being typed; "" is none. */
static guint32
read_day (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  guint32 day = *text != '\0' ? koyomi_day_parse (text, NULL) : KOYOMI_DAY_NONE;

  if (*text != '\0' && day == KOYOMI_DAY_NONE)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");

  return day;
}

static void
read_choices (GtkWidget *box,
              GArray    *ids)
{
  g_array_set_size (ids, 0);
  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      {
        gint64 id = get_id (button);

        g_array_append_val (ids, id);
      }
}

static void
read_states (KoyomiFilterPopover  *self,
             KoyomiCalendarFilter *filter)
{
  filter->states = 0;
  for (GtkWidget *button = gtk_widget_get_first_child (self->states); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      filter->states |= 1u << get_id (button);
}

static void
changed_cb (KoyomiFilterPopover *self)
{
  g_autoptr(KoyomiCalendarFilter) filter = NULL;

  if (self->is_updating)
    return;

  filter = koyomi_calendar_filter_copy (koyomi_calendar_sheet_get_filter (self->sheet));
  read_states (self, filter);
  read_choices (self->teams, filter->teams);
  read_choices (self->groups, filter->groups);
  filter->due_this_week = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->this_week));
  filter->due_from = read_day (self->due_from);
  filter->due_to = read_day (self->due_to);

  koyomi_calendar_sheet_arrange (self->sheet, filter, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grouping)));
}

static void
routines_changed_cb (KoyomiFilterPopover *self)
{
  gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->routines));

  koyomi_calendar_sheet_set_routines (self->sheet, active);
  g_settings_set_boolean (koyomi_workspace_get_settings (koyomi_calendar_sheet_get_workspace (self->sheet)), "show-routines", active);
}

static void
add_choice (KoyomiFilterPopover *self,
            GtkWidget           *box,
            gint64               id,
            const char          *text)
{
  GtkWidget *button = gtk_check_button_new_with_label (text);

  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_states (KoyomiFilterPopover *self)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);

  for (int i = 0; i < KOYOMI_N_STATES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", koyomi_state_get_glyph (i), koyomi_state_get_label (i, language));

      add_choice (self, self->states, i, text);
    }
}

/* Teams and groups may have changed since the popover was open last. */
static void
list_teams (KoyomiFilterPopover *self)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (get_session (self), KOYOMI_TABLE_TEAM, 0, 0,
                                                    koyomi_calendar_sheet_get_language (self->sheet), NULL);

  clear_box (self->teams);
  for (guint i = 0; teams != NULL && i < teams->len; i++)
    add_choice (self, self->teams, koyomi_record_get_id (g_ptr_array_index (teams, i)),
                koyomi_record_get_title (g_ptr_array_index (teams, i)));
}

static void
list_groups (KoyomiFilterPopover *self)
{
  KoyomiCalendar *calendar = koyomi_calendar_sheet_get_full (self->sheet);
  gint64 last = 0;

  clear_box (self->groups);
  for (guint i = 0; calendar != NULL && i < calendar->rows->len; i++)
    {
      KoyomiRecord *group = ((KoyomiCalendarRow *) g_ptr_array_index (calendar->rows, i))->group;

      if (koyomi_record_get_id (group) != last)
        add_choice (self, self->groups, koyomi_record_get_id (group), koyomi_record_get_title (group));
      last = koyomi_record_get_id (group);
    }
}

static gboolean
holds (GArray *ids,
       gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static void
show_choices (GtkWidget *box,
              GArray    *ids)
{
  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), holds (ids, get_id (button)));
}

static void
show_day (GtkWidget *entry,
          guint32    day)
{
  g_autofree char *text = day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : g_strdup ("");

  /* A day that is being typed stays as it is. */
  if (gtk_widget_get_focus_child (entry) == NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_filter (KoyomiFilterPopover *self)
{
  const KoyomiCalendarFilter *filter = koyomi_calendar_sheet_get_filter (self->sheet);

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->grouping), koyomi_calendar_sheet_get_grouping (self->sheet));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->routines), koyomi_calendar_sheet_get_routines (self->sheet));
  for (GtkWidget *button = gtk_widget_get_first_child (self->states); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), filter->states & 1u << get_id (button));
  show_choices (self->teams, filter->teams);
  show_choices (self->groups, filter->groups);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->this_week), filter->due_this_week);
  show_day (self->due_from, filter->due_from);
  show_day (self->due_to, filter->due_to);
  gtk_widget_set_sensitive (self->clear, koyomi_calendar_sheet_is_arranged (self->sheet));
  self->is_updating = FALSE;
}

static void
apply_saved_cb (KoyomiFilterPopover *self,
                GtkWidget           *button)
{
  const KoyomiSavedFilter *saved = g_object_get_data (G_OBJECT (button), "koyomi-saved");
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_parse (saved->filter);

  koyomi_calendar_sheet_arrange (self->sheet, filter, saved->grouping);
}

static void
tell_error (KoyomiFilterPopover *self,
            const GError        *error)
{
  koyomi_workspace_fail (koyomi_calendar_sheet_get_workspace (self->sheet),
                         koyomi_tr (koyomi_calendar_sheet_get_language (self->sheet), "The filter was not saved"), error);
}

static void list_saved (KoyomiFilterPopover *self);

static void
remove_saved_cb (KoyomiFilterPopover *self,
                 GtkWidget           *button)
{
  const KoyomiSavedFilter *saved = g_object_get_data (G_OBJECT (button), "koyomi-saved");
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove_saved_filter (get_session (self), saved->name, &error))
    tell_error (self, error);
  list_saved (self);
}

static void
add_saved (KoyomiFilterPopover *self,
           KoyomiSavedFilter   *saved)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *button = gtk_button_new_with_label (saved->name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a saved filter */
  g_autofree char *hint = g_strdup_printf (koyomi_tr (language, "Remove “%s”"), saved->name);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_object_set_data_full (G_OBJECT (row), "koyomi-saved", saved, (GDestroyNotify) koyomi_saved_filter_free);
  g_object_set_data (G_OBJECT (button), "koyomi-saved", saved);
  g_object_set_data (G_OBJECT (remove), "koyomi-saved", saved);
  g_signal_connect_object (button, "clicked", G_CALLBACK (apply_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->saved), row);
}

static KoyomiSavedFilter *
make_late_and_this_week (KoyomiFilterPopover *self)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new_late_and_this_week ();
  KoyomiSavedFilter *saved = g_new0 (KoyomiSavedFilter, 1);

  saved->name = g_strdup (koyomi_tr (koyomi_calendar_sheet_get_language (self->sheet), "Overdue and this week"));
  saved->filter = koyomi_calendar_filter_format (filter);

  return saved;
}

/* The first is the program's own and stays. */
static void
list_saved (KoyomiFilterPopover *self)
{
  g_autoptr(GPtrArray) saved = koyomi_session_list_saved_filters (get_session (self));

  clear_box (self->saved);
  add_saved (self, make_late_and_this_week (self));
  gtk_widget_set_visible (gtk_widget_get_last_child (gtk_widget_get_first_child (self->saved)), FALSE);

  g_ptr_array_set_free_func (saved, NULL);
  for (guint i = 0; i < saved->len; i++)
    add_saved (self, g_ptr_array_index (saved, i));
}

static void
save_cb (KoyomiFilterPopover *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *filter = koyomi_calendar_filter_format (koyomi_calendar_sheet_get_filter (self->sheet));
  g_autoptr(GError) error = NULL;

  if (*name == '\0')
    return;

  if (koyomi_session_save_filter (get_session (self), name, filter, koyomi_calendar_sheet_get_grouping (self->sheet), &error))
    gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  else
    tell_error (self, error);
  list_saved (self);
}

/* The button says when a name would be given anew. */
static void
name_changed_cb (KoyomiFilterPopover *self)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autoptr(GPtrArray) saved = koyomi_session_list_saved_filters (get_session (self));
  gboolean exists = FALSE;

  for (guint i = 0; i < saved->len; i++)
    exists |= g_strcmp0 (((KoyomiSavedFilter *) g_ptr_array_index (saved, i))->name, name) == 0;

  gtk_button_set_label (GTK_BUTTON (self->save), exists ? koyomi_tr (language, "Replace") : koyomi_tr (language, "Save"));
  gtk_widget_set_sensitive (self->save, *name != '\0');
}

static void
clear_cb (KoyomiFilterPopover *self)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();

  koyomi_calendar_sheet_arrange (self->sheet, filter, KOYOMI_GROUPING_FUNCTION_GROUP);
}

static void
shown_cb (KoyomiFilterPopover *self)
{
  self->is_updating = TRUE;
  list_teams (self);
  list_groups (self);
  list_saved (self);
  name_changed_cb (self);
  self->is_updating = FALSE;
  show_filter (self);
}

static void
koyomi_filter_popover_dispose (GObject *object)
{
  KoyomiFilterPopover *self = KOYOMI_FILTER_POPOVER (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_filter_popover_parent_class)->dispose (object);
}

static void
koyomi_filter_popover_class_init (KoyomiFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_filter_popover_dispose;
}

static void
koyomi_filter_popover_init (KoyomiFilterPopover *self)
{
}

static void
connect_signals (KoyomiFilterPopover *self)
{
  g_signal_connect_object (self->grouping, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->routines, "toggled", G_CALLBACK (routines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->this_week, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due_from, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due_to, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "arranged", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_filter_popover_new (KoyomiCalendarSheet *sheet)
{
  KoyomiFilterPopover *self = g_object_new (KOYOMI_TYPE_FILTER_POPOVER, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_FILTER_POPOVER, "koyomi-filter-popover", koyomi_calendar_sheet_get_language (sheet), children);
  self->is_updating = TRUE;
  add_states (self);
  self->is_updating = FALSE;
  connect_signals (self);

  return GTK_WIDGET (self);
}
